// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data (个人信息, PIPL art. 28) that cannot slip into a log: it cannot be streamed, formatted or converted by
// accident, only revealed by name. grep for reveal() to see every place where a person's data is looked at.
#pragma once

#include <QString>

#include <utility>

class QDebug;
class QTextStream;

namespace tongban {

template <class T> class Sensitive
{
public:
    Sensitive() = default;
    explicit Sensitive(T value) : m_value(std::move(value)) {}

    [[nodiscard]] const T &reveal() const { return m_value; }
    [[nodiscard]] bool operator==(const Sensitive &) const = default;

private:
    T m_value{};
};

template <class T> QDebug operator<<(QDebug, const Sensitive<T> &) = delete;
template <class T> QTextStream &operator<<(QTextStream &, const Sensitive<T> &) = delete;
template <class S, class T> S &operator<<(S &, const Sensitive<T> &) = delete;

using Secret = Sensitive<QString>;

} // namespace tongban
