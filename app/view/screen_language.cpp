// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/screen_language.h"

#include <QDir>
#include <QThread>
#include <QTranslator>

namespace tongban::view {

namespace {

class ScreenTranslator final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *comment, int n) const override
    {
        const bool isShown = QThread::currentThread() == thread();
        return isShown ? QTranslator::translate(context, text, comment, n) : QString();
    }
};

} // namespace

ScreenLanguage::ScreenLanguage() : m_codes{source}
{
    const QString folder = QStringLiteral(":/tongban/translations/");
    for (const QString &file : QDir(folder).entryList({QStringLiteral("tongban_*.qm")}, QDir::Files, QDir::Name)) {
        auto translator = std::make_unique<ScreenTranslator>();
        if (!translator->load(folder + file))
            continue;
        const QString code = file.mid(8).chopped(3);
        m_translators.emplace(code, std::move(translator));
        m_codes << code;
    }
}

ScreenLanguage::~ScreenLanguage()
{
    set(source);
}

QString ScreenLanguage::nameOf(const QString &code) const
{
    const char *const own = QT_TR_NOOP("中文"); // every language calls itself by its own name
    const auto found = m_translators.find(code);
    return found == m_translators.end() ? QString::fromUtf8(own) : found->second->translate("ScreenLanguage", own);
}

QString ScreenLanguage::next() const
{
    return m_codes.at((m_codes.indexOf(m_code) + 1) % m_codes.size());
}

bool ScreenLanguage::set(const QString &code)
{
    if (code == m_code || !m_codes.contains(code))
        return false;
    if (const auto before = m_translators.find(m_code); before != m_translators.end())
        QCoreApplication::removeTranslator(before->second.get());
    m_code = code;
    if (const auto now = m_translators.find(code); now != m_translators.end())
        QCoreApplication::installTranslator(now->second.get());
    return true;
}

domain::Language ScreenLanguage::ofItems() const
{
    return m_code.startsWith(QLatin1String("en")) ? domain::Language::English : domain::Language::Chinese;
}

} // namespace tongban::view
