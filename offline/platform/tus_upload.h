// SPDX-License-Identifier: GPL-3.0-or-later
// One page on its way up, by tus 1.0 (creation, HEAD, PATCH, checksum): https://tus.io/protocols/resumable-upload
//
//   recall → [create] → HEAD → PATCH piece after piece from the offset → (whole) forget
//             ^ gone (404, 410) or at another address, once: under a key derived from the lost address
//                       ^ not when the creation said the offset
//                              ^ damaged on the way (460), twice: what arrived is asked for again
//
// Where the upload lives is remembered when a second piece follows or the attempt fails, not at once: the disk would
// wait twice a page for what is nearly always forgotten again. After a power cut in between it is created again under
// the same key, and a platform that keeps to the contract answers with the address of then.
#pragma once

#include "offline/platform/piece_size.h"
#include "offline/platform/platform_session.h"
#include "offline/platform/upload_memory.h"
#include "offline/platform/upload_terms.h"

#include <QJsonObject>
#include <QObject>
#include <QUuid>

#include <functional>

namespace tongban::offline::platform {

struct TusFile
{
    QUuid key;
    QJsonObject metadata; // strings and integers: caseId, material, page, sm3, contentType
    QByteArray bytes;
};

// What an upload needs of its surroundings; all outlive it.
struct TusPlace
{
    PlatformSession &session;
    UploadTerms &terms;
    UploadMemory &memory;
    PieceSize &pieces;
    bool mayBeLate = false; // one of two addresses: a case that it does not know yet is no refusal
};

// Lives for one attempt and deletes itself after `done`, or with its parent (then `done` is never called).
class TusUpload final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QJsonObject>)>; // {url, bytes}: where the whole page is

    TusUpload(TusPlace place, TusFile file, Done done, QObject *parent);
    void start();

private:
    void create(const QUuid &key);
    void created(const HttpAnswer &answer);
    void askOffset();
    void offsetKnown(const HttpAnswer &answer);
    void goOn(const HttpAnswer &answer);
    void patch(qint64 from);
    void sendPiece(qint64 from, bool checksum);
    void patched(const HttpAnswer &answer);
    void createAnew(const char *reason);
    void arrived();
    void end(Result<QJsonObject> outcome);
    void leave(Result<QJsonObject> outcome);
    void remember(std::function<void()> then); // that it lives at m_url; empty: forget

    void ask(const HttpRequest &request, void (TusUpload::*next)(const HttpAnswer &));
    [[nodiscard]] HttpRequest request(const QByteArray &verb, const QUrl &url) const;
    [[nodiscard]] bool isHere(const QUrl &url) const;
    [[nodiscard]] Result<QUrl> locationIn(const HttpAnswer &answer) const;
    [[nodiscard]] Result<qint64> offsetIn(const HttpAnswer &answer) const;

    TusPlace m_place;
    const TusFile m_file;
    Done m_done;
    QUrl m_url;
    QUrl m_remembered;   // what the memory holds
    bool m_anew = false; // created a second time in this attempt
    int m_damaged = 0;   // pieces of this attempt
    qint64 m_patchFrom = 0;
};

} // namespace tongban::offline::platform
