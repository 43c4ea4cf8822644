// SPDX-License-Identifier: GPL-3.0-or-later
// A city that sends codes, and a telephone that shows them: the test reads `sent`. It answers at once unless it is
// silent.
#pragma once

#include "app/core/ports/city_desk.h"

#include <QPromise>

namespace tongban::test {

class FakeCityDesk final : public ports::CityDesk
{
public:
    bool silent = false; // whoever asks waits
    int waitSeconds = 60;
    int triesLeft = 3;
    QString code = QStringLiteral("204816");
    std::optional<QMap<QString, domain::HeldLicence>> held; // by the library; none: it does not answer
    QStringList asked;                                      // of the library
    QStringList sent;  // the numbers to which a code went
    QList<QUuid> keys; // of all wishes
    QStringList compared;

    QFuture<Result<QMap<QString, domain::HeldLicence>>> queryLicences(const ports::LicenceQuestion &question) override
    {
        asked << question.licences;
        using Held = QMap<QString, domain::HeldLicence>;
        return answered<Held>(held ? Result<Held>(*held)
                                   : fail(ErrorKind::PlatformUnreachable, QStringLiteral("fake-city")));
    }
    QFuture<Result<ports::PhoneCodeAnswer>> sendPhoneCode(const QUuid &key, const Secret &number) override
    {
        if (!keys.contains(key))
            sent << number.reveal();
        keys << key;
        return answered<ports::PhoneCodeAnswer>(
            ports::PhoneCodeAnswer{.kind = ports::PhoneCodeAnswer::Kind::Sent,
                                   .challenge = QStringLiteral("0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a"),
                                   .waitSeconds = waitSeconds});
    }
    QFuture<Result<ports::PhoneCheckAnswer>> checkPhoneCode(const Secret &, const QString &,
                                                            const Secret &typed) override
    {
        compared << typed.reveal();
        ports::PhoneCheckAnswer answer;
        if (typed.reveal() == code) {
            answer.kind = ports::PhoneCheckAnswer::Kind::Confirmed;
            answer.token = Secret(QStringLiteral("the city's own word for it"));
        } else if (--triesLeft > 0) {
            answer.kind = ports::PhoneCheckAnswer::Kind::Wrong;
            answer.triesLeft = triesLeft;
        }
        return answered<ports::PhoneCheckAnswer>(answer);
    }

private:
    template <class T> QFuture<Result<T>> answered(Result<T> answer)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        if (silent) {
            m_waiting.push_back(promise);
            return promise->future();
        }
        promise->addResult(std::move(answer));
        promise->finish();
        return promise->future();
    }

    std::vector<std::shared_ptr<void>> m_waiting;
};

} // namespace tongban::test
