#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The mechanism of the printer that tests/fault/cups_rig starts. $1: the document. Looks twenty times a second at what a
# test wants of it and at whether the job was withdrawn; a real mechanism looks at its sensors no less often.
cd "$(dirname "$0")"
: > working
trap 'rm -f working' EXIT
told=
while [ -s stop ]; do
    now=$(cat stop)
    if [ "$now" != "$told" ]; then
        [ -n "$told" ] && echo "STATE: -$told" >&2
        echo "STATE: +$now" >&2
        told=$now
    fi
    [ -e aborts ] && exit 1
    if ipptool -t -d job="$IPP_JOB_ID" "ipp://localhost:$(cat port)/ipp/print" withdrawn.test > /dev/null 2>&1; then
        exit 0
    fi
    sleep 0.05
done
[ -n "$told" ] && echo "STATE: -$told" >&2
cp "$1" "printed/part" && mv "printed/part" "printed/$(printf %05d "$IPP_JOB_ID").pdf"
if [ ! -e uncounted ]; then
    pages=$(grep -ac '/Type /Page *>>' "$1")
    echo "ATTR: job-impressions=$pages job-impressions-completed=$pages" >&2
fi
exit 0
