// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

domain::Situation situation(const char *key, const QString &question, std::initializer_list<const char *> values)
{
    domain::Situation made;
    made.field.key = QString::fromLatin1(key);
    made.field.label = question;
    made.field.type = domain::FieldType::Choice;
    for (const char *value : values)
        made.field.choices.push_back({QString::fromLatin1(value), QStringLiteral("甲"), {}, {}});
    made.prompt = QStringLiteral("请选一个。");
    return made;
}

ServiceState atQuestion(int index, const char *whom)
{
    ServiceState state;
    state.step = Step::Situation;
    state.item = situatedItem();
    state.formPage = index;
    if (whom)
        state.situations.insert(QStringLiteral("whom"), Secret(QString::fromLatin1(whom)));
    return state;
}

NamedState slip(const char *name, PrintPhase phase)
{
    ServiceState state = atQuestion(0, "self");
    state.step = Step::Slip;
    state.print = phase;
    state.busy = phase == PrintPhase::Printing;
    return {name, state};
}

ServiceState readingAfterQuestions()
{
    ServiceState state = atQuestion(0, "self");
    state.step = Step::Identify;
    state.busy = true;
    return state;
}

} // namespace

domain::ServiceItem situatedItem()
{
    domain::ServiceItem item = allowanceItem();
    item.situations = {situation("whom", QStringLiteral("替谁办？"), {"self", "other"}),
                       situation("closeness", QStringLiteral("他是您什么人？"), {"child", "neighbour"})};
    const auto is = [](const char *value) {
        return domain::Condition{.kind = domain::Condition::Kind::Equals,
                                 .field = QStringLiteral("whom"),
                                 .values = {QString::fromLatin1(value)},
                                 .children = {}};
    };
    item.situations[1].field.visibleWhen = is("other");
    item.materials.front().when = is("self");
    return item;
}

std::vector<NamedState> questionStates()
{
    ServiceState inTrouble = atQuestion(0, nullptr);
    inTrouble.trouble = Trouble{ErrorKind::InputInvalid, {}};
    ServiceState forSlip = atQuestion(0, "self");
    forSlip.slipWanted = true;
    ServiceState closed = atQuestion(0, "self");
    closed.trouble = Trouble{ErrorKind::NotEligible, {}};
    ServiceState elsewhere = atQuestion(0, nullptr);
    elsewhere.step = Step::Guide;
    elsewhere.closed = true;
    ServiceState listElsewhere = forSlip;
    listElsewhere.closed = true;
    return {{"Guide closed", elsewhere},
            {"Situation for a slip, closed", listElsewhere},
            slip("Slip printing", PrintPhase::Printing),
            slip("Slip confirmed", PrintPhase::Confirmed),
            slip("Slip asking", PrintPhase::Asking),
            slip("Slip failed", PrintPhase::Failed),
            {"Situation for a slip", forSlip},
            {"Situation closed", closed},
            {"Situation first", atQuestion(0, nullptr)},
            {"Situation answered", atQuestion(0, "self")},
            {"Situation second", atQuestion(1, "other")},
            {"Situation in trouble", inTrouble},
            {"Identify after questions", readingAfterQuestions()}};
}

} // namespace tongban::tests
