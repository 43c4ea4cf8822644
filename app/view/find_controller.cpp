// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/find_controller.h"

#include "app/view/home_controller.h"

namespace tongban::view {

namespace {

constexpr int mostResults = 12; // more than a few pages of tiles is no answer

} // namespace

FindController::FindController(RowOf rowOf, QObject *parent)
    : QObject(parent), m_rowOf(std::move(rowOf)), m_results(HomeController::rowRoles())
{}

void FindController::setEngine(std::shared_ptr<const FindEngine> engine)
{
    m_engine = std::move(engine);
    close();
    Q_EMIT changed();
}

void FindController::openPictures(bool byIdentity)
{
    Q_EMIT touched();
    if (!m_engine)
        return;
    m_page = Page::Pictures;
    m_entry = byIdentity ? finding::WizardEntry::Identity : finding::WizardEntry::LifeEvent;
    m_walk.emplace(m_engine->wizard, m_entry);
    show();
    Q_EMIT pageChanged();
}

void FindController::openWords()
{
    Q_EMIT touched();
    if (!m_engine)
        return;
    m_page = Page::Words;
    m_question.clear();
    show();
    Q_EMIT pageChanged();
}

void FindController::choose(int option)
{
    Q_EMIT touched();
    if (m_page != Page::Pictures || option < 0 || !m_walk->choose(static_cast<size_t>(option)))
        return;
    show();
    Q_EMIT pageChanged();
}

void FindController::ask(const QString &question)
{
    Q_EMIT touched();
    if (m_page != Page::Words || question == m_question)
        return;
    m_question = question;
    show();
}

void FindController::refresh()
{
    if (m_page != Page::None)
        show();
}

void FindController::setLanguage(domain::Language language)
{
    m_language = language;
    refresh();
}

QString FindController::said(const QString &chinese) const
{
    return m_language == domain::Language::English ? m_engine->wizard.english.value(chinese, chinese) : chinese;
}

void FindController::back()
{
    if (m_page == Page::Pictures && m_walk->back()) {
        show();
        Q_EMIT pageChanged();
        return;
    }
    close();
}

void FindController::close()
{
    if (m_page == Page::None)
        return;
    m_page = Page::None;
    m_walk.reset();
    m_question.clear();
    m_note.clear();
    m_optionLabels.clear();
    m_optionIcons.clear();
    m_results.clear();
    Q_EMIT pageChanged();
}

void FindController::show()
{
    m_optionLabels.clear();
    m_optionIcons.clear();
    QStringList codes;
    if (m_page == Page::Pictures) {
        const finding::WizardQuestion *question = m_walk->question();
        for (const finding::WizardOption &option :
             question ? question->options : std::vector<finding::WizardOption>()) {
            m_optionLabels << said(option.label);
            m_optionIcons << option.icon;
        }
        codes = m_walk->items();
    } else if (m_engine) {
        for (const finding::Found &found : m_engine->search.find(m_question, mostResults))
            codes << found.code;
    }
    showResults(codes);
    if (m_page != Page::Words || m_results.count() > 0)
        m_note.clear();
    else if (m_question.trimmed().isEmpty())
        m_note = tr("按拼音的头一个字母就行，比如“低保”按 d、b。");
    else
        m_note = tr("没有找到。换个说法再试，或看图找，或问工作人员。");
    Q_EMIT changed();
}

void FindController::showResults(const QStringList &codes)
{
    QList<QVariantList> rows;
    for (const QString &code : codes) {
        if (auto row = m_rowOf(code))
            rows.append(*std::move(row));
    }
    m_results.setRows(std::move(rows));
}

PageHeader FindController::header() const
{
    PageHeader header;
    if (m_page == Page::None)
        return header;
    header.canGoBack = true;
    if (m_page == Page::Words) {
        header.title = tr("您要找什么事？");
        header.subtitle = tr("按拼音字母，下面就会出来。");
    } else if (const finding::WizardQuestion *question = m_walk->question()) {
        header.title = said(question->question);
        header.subtitle = said(question->prompt);
    } else {
        header.title = said(m_walk->path().last());
        header.subtitle = tr("请点您要办的事。");
    }
    header.spoken = {header.title, header.subtitle};
    return header;
}

} // namespace tongban::view
