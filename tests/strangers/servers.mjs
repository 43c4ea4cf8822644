// SPDX-License-Identifier: GPL-3.0-or-later
// Two strangers behind one address: Stoplight Prism answers and judges the JSON routes of our OpenAPI document, @tus/server
// takes the uploads. Plain HTTP on 127.0.0.1, for stunnel to stand before.
//
//   node servers.mjs OPENAPI UPLOADS     -> {"ready":true,"port":N} on stdout, {"method","path","status","offset"} an
//                                           answered request on stderr (offset: of a PATCH); ends with its standard input
import http from 'node:http'

import { createLogger } from '@stoplight/prism-core'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'

const [openapi, uploads] = process.argv.slice(2)
const base = '/v1' // of the document's servers; Prism serves the paths below it

const prism = createServer(await getHttpOperationsFromSpec(openapi), {
  components: { logger: createLogger('prism', { level: 'silent' }) },
  cors: false,
  config: {
    mock: { dynamic: false },
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true, // of the examples that it answers with: they are ours
    isProxy: false,
    errors: true,
    upstreamProxy: undefined,
  },
})
const prismAt = new URL(await prism.listen(0, '127.0.0.1'))
const tus = new Server({ path: `${base}/uploads`, datastore: new FileStore({ directory: uploads }), relativeLocation: true })

function askPrism(request, response) {
  const passed = http.request(
    { host: prismAt.hostname, port: prismAt.port, method: request.method, path: request.url.slice(base.length), headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    },
  )
  passed.on('error', () => response.destroy())
  request.pipe(passed)
}

const front = http.createServer((request, response) => {
  response.on('finish', () => {
    const path = request.url.split('?')[0]
    const offset = request.headers['upload-offset']
    process.stderr.write(`${JSON.stringify({ method: request.method, path, status: response.statusCode, offset })}\n`)
  })
  if (request.url.startsWith(`${base}/uploads`)) tus.handle(request, response)
  else askPrism(request, response)
})
front.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ ready: true, port: front.address().port })}\n`)
})
process.stdin.on('end', () => process.exit(0)).resume()
