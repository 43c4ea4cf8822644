// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/upload_terms.h"

#include <QByteArrayList>

namespace tongban::offline::platform {

namespace {

bool lists(const QByteArray &header, const QByteArray &word)
{
    const auto members = header.toLower().split(',');
    return std::any_of(members.begin(), members.end(), [&](const QByteArray &m) { return m.trimmed() == word; });
}

} // namespace

void UploadTerms::ask(std::function<void(bool)> answer)
{
    if (m_knownFor == m_session.number())
        return answer(m_sha256);
    const HttpRequest question{.where = QStringLiteral("platform.uploadTerms"),
                               .verb = "OPTIONS",
                               .url = m_session.url(QStringLiteral("/uploads")),
                               .headers = {{"Tus-Resumable", "1.0.0"}},
                               .body = {}};
    m_session.sendPlain(question, [this, number = m_session.number(), answer = std::move(answer)](const auto &said) {
        if (!said) // the line: asked again, the request that follows will say what is the matter
            return answer(false);
        m_knownFor = number;
        m_sha256 = said->status >= 200 && said->status <= 299 &&
                   lists(said->headers.value("tus-extension"), "checksum") &&
                   lists(said->headers.value("tus-checksum-algorithm"), "sha256");
        answer(m_sha256);
    });
}

} // namespace tongban::offline::platform
