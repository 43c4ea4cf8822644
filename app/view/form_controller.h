// SPDX-License-Identifier: GPL-3.0-or-later
// 填表: one page of the form; at 情形 the one question that is asked.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class PlacesController;

class FormController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // roles: key, label, type (as in the item's schema, and "prefilled"), value, displayValue, error (a sentence or
    // empty), refusal (label of "I have none"; empty = none), choices (list of {value, label, hint, icon}), unit (亩),
    // text (what is declared), warning (a sentence about an answer that may stand and looks mistyped), rowFields,
    // maximumRows (of a family)
    Q_PROPERTY(tongban::view::RowModel *fields READ fields CONSTANT)
    // how many answers of this page came from the card
    Q_PROPERTY(int prefilledCount READ prefilledCount NOTIFY changed)

public:
    // `places` outlives this.
    explicit FormController(const PlacesController &places, QObject *parent = nullptr);

    [[nodiscard]] RowModel *fields() { return &m_fields; }
    [[nodiscard]] int prefilledCount() const { return m_prefilledCount; }

    void show(const flow::ServiceState &state);

    // An empty value clears the answer; the refusal's label (or "refused", which is what `value` then reads) says
    // "none".
    Q_INVOKABLE void setAnswer(const QString &key, const QString &value);

    // Of a family on this page: a sentence about one answer about one person (empty: it may stand), and a person in
    // words.
    Q_INVOKABLE [[nodiscard]] QString personError(const QString &family, const QString &question,
                                                  const QString &value) const;
    Q_INVOKABLE [[nodiscard]] QString personText(const QString &family, const QString &person) const;

Q_SIGNALS:
    void changed();
    void answerGiven(const QString &key, const QString &value);

private:
    const PlacesController &m_places;
    RowModel m_fields;
    QMap<QString, domain::FormField> m_families; // of this page, by key
    QDate m_today;
    int m_prefilledCount = 0;
};

} // namespace tongban::view
