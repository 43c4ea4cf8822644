// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/item_files.h"
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

ServiceState atParts(const QStringList &wanted)
{
    ServiceState state;
    state.step = Step::Parts;
    state.theme = jobTheme();
    state.item = jobTheme();
    state.parts = wanted;
    return state;
}

} // namespace

domain::ServiceItem jobTheme()
{
    static const domain::ServiceItem theme = themeOfFile(QStringLiteral("jiuye.json"));
    return theme;
}

QStringList jobParts()
{
    QStringList codes;
    for (const domain::ServiceItem &part : jobTheme().parts)
        codes << part.code;
    return codes;
}

std::vector<NamedState> partsStates()
{
    ServiceState none = atParts({});
    none.trouble = Trouble{ErrorKind::InputInvalid, {}};
    ServiceState forSlip = atParts(jobParts());
    forSlip.slipWanted = true;
    ServiceState guide = atParts({jobParts().front()});
    guide.step = Step::Guide;
    guide.theme.reset();
    ServiceState reading = atParts(jobParts());
    reading.step = Step::Identify;
    reading.busy = true;
    return {{"Parts all", atParts(jobParts())},
            {"Parts one", atParts({jobParts().front()})},
            {"Parts none", none},
            {"Parts for a slip", forSlip},
            {"Guide of a theme seen before", guide},
            {"Identify after parts", reading}};
}

} // namespace tongban::tests
