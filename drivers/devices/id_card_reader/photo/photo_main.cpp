// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-photo: decodes the photo of one ID card with a vendor's library and ends. Speaks photo_protocol on standard
// input and output; the picture lives in memory only.
//
// No document in public says how photos are coded (WLT); vendors of readers give a library with the readers. What is
// taken here is the form in which their demo programs call it [?]:
//
//   extern "C" int unpack(char *wlt, char *out, int asBmp);
//     wlt    1024 bytes, as in the chip
//     out    asBmp = 1: a BMP file of 102×126 pixels, 24 bits each: 38862 bytes. (0: its pixels alone, 38556 bytes; in
//            which order is told differently by different vendors, so it is not asked for.)
//     → 1    done; anything else: not decoded
//
// A library of another form needs a few lines of C between.
#include "drivers/devices/child_side.h"
#include "drivers/devices/id_card_reader/photo/photo_protocol.h"

#include <QFile>

#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::drivers::devices;

namespace {

// Seconds after which this process ends itself, come what may: the kiosk's own time-out (at most 20 s) is over then.
constexpr unsigned longestLife = 30;
// A library that writes more than it should is to spoil nothing of ours.
constexpr qsizetype roomForPicture = 64 * 1024;

using Unpack = int (*)(char *wlt, char *out, int asBmp);

tl::unexpected<Error> failed(ErrorKind kind, const QString &why)
{
    return fail(kind, QStringLiteral("photo"), why);
}

Result<QByteArray> decode(const PhotoRequest &request)
{
    void *library = ::dlopen(QFile::encodeName(request.library).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return failed(ErrorKind::Misconfigured, QString::fromLocal8Bit(::dlerror()));
    const auto unpack = reinterpret_cast<Unpack>(::dlsym(library, "unpack"));
    if (!unpack)
        return failed(ErrorKind::Misconfigured, request.library + QStringLiteral(": has no function unpack"));
    QByteArray wlt = request.wlt;
    QByteArray out(roomForPicture, '\0');
    if (const int result = unpack(wlt.data(), out.data(), 1); result != 1)
        return failed(ErrorKind::DeviceFault, QStringLiteral("unpack gave %1").arg(result));
    out.truncate(photoBmpBytes);
    if (!isPhotoBmp(out))
        return failed(ErrorKind::ProtocolViolation, QStringLiteral("unpack made something that is no picture of a card"));
    return out; // the library stays loaded: some crash when they are taken out
}

Result<QByteArray> serve()
{
    const auto message = readChildRequest();
    if (!message)
        return fail(message.error());
    if (message->type != PhotoMessage::request)
        return failed(ErrorKind::ProtocolViolation, QStringLiteral("no request"));
    const auto request = PhotoRequest::fromPayload(message->payload);
    if (!request)
        return fail(request.error());
    return decode(*request);
}

} // namespace

int main()
{
    ::alarm(longestLife);
    const ChildSpeech speech;
    const auto picture = serve();
    if (picture)
        speech.say(PhotoMessage::picture, *picture);
    else
        speech.say(PhotoMessage::failure, codec::errorToPayload(picture.error()));
    ::_exit(EXIT_SUCCESS); // without the library's own farewell
}
