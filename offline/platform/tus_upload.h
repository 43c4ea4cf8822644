// SPDX-License-Identifier: GPL-3.0-or-later
// One page on its way up, by tus 1.0 (creation, HEAD, PATCH): https://tus.io/protocols/resumable-upload
//
//   recall → [create → remember] → HEAD → PATCH from the offset → (whole) forget
//             ^ gone (404, 410), once: under a key derived from the lost address
#pragma once

#include "offline/platform/platform_session.h"
#include "offline/platform/upload_memory.h"

#include <QJsonObject>
#include <QObject>
#include <QUuid>

namespace tongban::offline::platform {

struct TusFile
{
    QUuid key;
    QJsonObject metadata; // strings and integers: caseId, material, page, sm3, contentType
    QByteArray bytes;
};

// Lives for one attempt and deletes itself after `done`, or with its parent (then `done` is never called).
class TusUpload final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QJsonObject>)>; // {url, bytes}: where the whole page is

    TusUpload(PlatformSession &session, UploadMemory &memory, TusFile file, Done done, QObject *parent);
    void start();

private:
    void create(const QUuid &key);
    void created(const HttpAnswer &answer);
    void askOffset();
    void offsetKnown(const HttpAnswer &answer);
    void patch(qint64 from);
    void patched(const HttpAnswer &answer);
    void createAnew();
    void forget();
    void end(Result<QJsonObject> outcome);

    void ask(HttpRequest request, void (TusUpload::*next)(const HttpAnswer &));
    [[nodiscard]] HttpRequest request(const QByteArray &verb, const QUrl &url) const;
    [[nodiscard]] Result<QUrl> locationIn(const HttpAnswer &answer) const;
    [[nodiscard]] Result<qint64> offsetIn(const HttpAnswer &answer) const;

    PlatformSession &m_session;
    UploadMemory &m_memory;
    const TusFile m_file;
    Done m_done;
    QUrl m_url;
    bool m_anew = false; // created a second time in this attempt
    qint64 m_patchFrom = 0;
};

} // namespace tongban::offline::platform
