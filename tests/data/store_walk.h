// SPDX-License-Identifier: GPL-3.0-or-later
// One villager's way from the tile to the receipt: the real journey, and a real store that carries its effects out.
// The devices are the test's: a card, pages, paper that always comes. Wrong answers are tried before each good one.
#pragma once

#include "app/core/base/uuid7.h"
#include "app/core/catalogue/situation_paths.h"
#include "app/flow/service/service_flow.h"
#include "offline/store/offline_store.h"

#include <QMap>

#include <random>

namespace tongban::tests {

class StoreWalk
{
public:
    // The store and the clock outlive the walk. The card's holder has left nothing in the store before.
    StoreWalk(offline::store::OfflineStore &store, const Clock &clock, domain::IdCard card, unsigned seed);

    // Each goes on from where the one before ended; after a complaint none does anything.
    void choose(const domain::ServiceItem &item, const QStringList &parts = {}); // of a theme; none: all of them
    void answerSituations(const catalogue::SituationPath &path);
    void layCard();
    void fillForm();
    void bringMaterials(); // all that the list demands
    void signAndSubmit();

    [[nodiscard]] const flow::ServiceState &state() const { return m_state; }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }        // what went wrong; empty: nothing
    [[nodiscard]] int wrongAnswers() const { return m_wrong; }                    // tried, each refused at its field
    [[nodiscard]] const QMap<QString, QString> &given() const { return m_given; } // key → the good answer
    [[nodiscard]] const QMap<QString, QList<QByteArray>> &brought() const { return m_brought; } // key → its pages
    [[nodiscard]] const QMap<QString, QByteArray> &signatures() const
    {
        return m_signatures;
    }                                                                                      // signer → what was drawn
    [[nodiscard]] const QMap<QString, domain::IdCard> &others() const { return m_others; } // party → the card laid down

private:
    void then(const flow::ServiceEvent &event);
    void complain(const QString &what);
    void complain(const Error &error);
    template <class Value> bool isGood(const Result<Value> &result);

    void fillPage();
    void refuseWrong(const domain::FormField &field);
    void refuse(const domain::FormField &field, const QString &wrong);
    void lookForTracesOf(const domain::FormField &field);

    [[nodiscard]] domain::IdCard cardAsked(); // whose turn it is
    void carryOut(const flow::ReadCard &effect);
    void carryOut(const flow::FindUnfinished &effect);
    void carryOut(const flow::SaveDraft &effect);
    void carryOut(const flow::ScanPages &effect);
    void carryOut(const flow::SubmitDraft &effect);
    void carryOut(const flow::PrintReceipt &effect);
    template <class Other> void carryOut(const Other &) { complain(QStringLiteral("an effect that no walk asks for")); }

    offline::store::OfflineStore &m_store;
    const Clock &m_clock;
    Uuid7Generator m_ids;
    domain::IdCard m_card;
    std::mt19937 m_random;
    flow::ServiceState m_state;
    bool m_hadEffects = false; // of the last event
    QString m_complaint;
    int m_wrong = 0;
    QMap<QString, QString> m_given;
    QMap<QString, QList<QByteArray>> m_brought;
    QMap<QString, QByteArray> m_signatures;
    QMap<QString, domain::IdCard> m_others;
};

} // namespace tongban::tests
