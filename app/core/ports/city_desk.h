// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"

#include <QFuture>
#include <QMap>
#include <QStringList>
#include <QUuid>

namespace tongban::ports {

// What the licence library is asked: of one person, who has just laid down the card and agreed to it.
struct LicenceQuestion
{
    QUuid draft; // for which application; the consent is on record under it
    domain::IdCard holder;
    QStringList licences; // names as in MaterialSpec::licence
};

// Sent: `challenge` names the code. TooSoon: none was.
struct PhoneCodeAnswer
{
    enum class Kind { Sent, TooSoon } kind = Kind::TooSoon;
    QString challenge{};
    int waitSeconds = 0; // from now on, until another may be asked for
};

// Wrong: triesLeft, one at least. Gone: the challenge counts no more. TooSoon: not compared; waitSeconds.
struct PhoneCheckAnswer
{
    enum class Kind { Confirmed, Wrong, Gone, TooSoon } kind = Kind::Gone;
    Secret token{}; // of Confirmed
    int triesLeft = 0;
    int waitSeconds = 0;
};

// What is asked of the city while a person stands here and looks at the page. Called on the UI thread, answers there;
// blocks never. Every future ends by value or error, but perhaps late: whoever waits for it sets the limit.
// Errors: as CityPlatform; PlatformUnreachable at once where there is no line.
class CityDesk
{
public:
    virtual ~CityDesk() = default;

    // Those of the licences that the library holds, by name; what is not in it is not there.
    virtual QFuture<Result<QMap<QString, domain::HeldLicence>>> queryLicences(const LicenceQuestion &question) = 0;

    // The city sends a code to the number; asked again under the same key (an answer was lost) it sends no second one.
    virtual QFuture<Result<PhoneCodeAnswer>> sendPhoneCode(const QUuid &key, const Secret &number) = 0;
    // What the person read there, compared by the city.
    virtual QFuture<Result<PhoneCheckAnswer>> checkPhoneCode(const Secret &number, const QString &challenge,
                                                             const Secret &code) = 0;
};

} // namespace tongban::ports
