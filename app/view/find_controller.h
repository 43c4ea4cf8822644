// SPDX-License-Identifier: GPL-3.0-or-later
// 找事项: two pages beside the home page. By pictures: the wizard's questions, then its list. By words: what is typed,
// and what it may mean. Both are of the home step; an item that is chosen here begins the journey as one chosen at home
// does.
#pragma once

#include "app/core/domain/item/item_text.h"
#include "app/view/find_engine.h"
#include "app/view/page_header.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace tongban::view {

class FindController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // false until there is a catalogue to find in
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    // the wizard asks who somebody is, not what happened
    Q_PROPERTY(bool byIdentity READ byIdentity NOTIFY changed)
    // answers to the wizard's question and their icons, in the order of choose(); none when the list is reached
    Q_PROPERTY(QStringList optionLabels READ optionLabels NOTIFY changed)
    Q_PROPERTY(QStringList optionIcons READ optionIcons NOTIFY changed)
    // roles as Kiosk.home.items: the wizard's list, or what was found
    Q_PROPERTY(tongban::view::RowModel *results READ results CONSTANT)
    // by words: why there are no results; empty when there are
    Q_PROPERTY(QString note READ note NOTIFY changed)

public:
    enum class Page { None, Pictures, Words };
    // The row of an item in results; none: it is not in the catalogue.
    using RowOf = std::function<std::optional<QVariantList>(const QString &code)>;

    explicit FindController(RowOf rowOf, QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m_engine != nullptr; }
    [[nodiscard]] bool byIdentity() const { return m_entry == finding::WizardEntry::Identity; }
    [[nodiscard]] QStringList optionLabels() const { return m_optionLabels; }
    [[nodiscard]] QStringList optionIcons() const { return m_optionIcons; }
    [[nodiscard]] RowModel *results() { return &m_results; }
    [[nodiscard]] QString note() const { return m_note; }

    Q_INVOKABLE void openPictures(bool byIdentity);
    Q_INVOKABLE void openWords();
    Q_INVOKABLE void choose(int option);
    Q_INVOKABLE void ask(const QString &question); // as often as it changes

    void setEngine(std::shared_ptr<const FindEngine> engine); // closes: the old answers may lead nowhere
    void refresh();                                           // whether items are open has changed
    void setLanguage(domain::Language language);
    void back();                                              // to the question before, or home
    void close();                                             // forgets what was asked

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] PageHeader header() const; // Page::None: empty

Q_SIGNALS:
    void changed();     // what the page shows
    void pageChanged(); // another page, or another question on it
    void touched();     // by a person

private:
    void show();
    void showResults(const QStringList &codes);
    [[nodiscard]] QString said(const QString &chinese) const; // by the wizard

    RowOf m_rowOf;
    std::shared_ptr<const FindEngine> m_engine;
    Page m_page = Page::None;
    finding::WizardEntry m_entry = finding::WizardEntry::LifeEvent;
    std::optional<finding::WizardWalk> m_walk;
    QString m_question;
    domain::Language m_language = domain::Language::Chinese;
    QStringList m_optionLabels;
    QStringList m_optionIcons;
    RowModel m_results;
    QString m_note;
};

} // namespace tongban::view
