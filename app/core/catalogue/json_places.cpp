// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/json_places.h"

#include <QStringDecoder>

namespace tongban::catalogue {

namespace {

constexpr int deepest = 200;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

// One pass over the text, value by value.
class JsonScan
{
public:
    JsonScan(QString text, JsonPlaces &places) : m_text(std::move(text)), m_places(places) {}

    void whole()
    {
        value(QString(), 0);
        skipBlanks();
        if (!failed() && m_at < m_text.size())
            complain(QStringLiteral("nothing more is expected here"));
    }

    void complain(const QString &what)
    {
        if (!failed())
            m_places.m_error = SyntaxError{here(), what};
    }

private:
    [[nodiscard]] bool failed() const { return m_places.m_error.has_value(); }
    [[nodiscard]] QChar now() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    [[nodiscard]] TextPlace here() const { return {m_line, m_column}; }

    void step()
    {
        if (now() == u'\n') {
            ++m_line;
            m_column = 1;
        } else if (!now().isLowSurrogate()) { // a pair is one character
            ++m_column;
        }
        ++m_at;
    }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(now()))
            step();
    }
    bool take(QChar wanted, const char *what)
    {
        skipBlanks();
        if (failed())
            return false;
        if (m_at < m_text.size() && now() == wanted) {
            step();
            return true;
        }
        complain(QLatin1String(what) + QStringLiteral(" is expected"));
        return false;
    }

    void value(const QString &pointer, int depth)
    {
        skipBlanks();
        m_places.m_values.insert(pointer, here());
        if (depth > deepest)
            return complain(QStringLiteral("nested too deeply"));
        switch (now().unicode()) {
        case u'{':
            return object(pointer, depth);
        case u'[':
            return array(pointer, depth);
        case u'"':
            (void)text();
            return;
        case u't':
            return word(QStringLiteral("true"));
        case u'f':
            return word(QStringLiteral("false"));
        case u'n':
            return word(QStringLiteral("null"));
        default:
            return number();
        }
    }

    void object(const QString &pointer, int depth)
    {
        step();
        skipBlanks();
        if (now() == u'}')
            return step();
        do {
            skipBlanks();
            const TextPlace at = here();
            if (now() != u'"')
                return complain(now() == u'}' ? QStringLiteral("the comma in front is one too many")
                                              : QStringLiteral("a name in quotes is expected"));
            QString name = text();
            if (failed())
                return;
            name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
            const QString member = pointer + u'/' + name;
            if (m_places.m_names.contains(member)) {
                m_places.m_error = SyntaxError{at, QStringLiteral("this name stood in the same object before")};
                return;
            }
            m_places.m_names.insert(member, at);
            if (!take(u':', "a colon"))
                return;
            value(member, depth + 1);
            skipBlanks();
        } while (!failed() && comma());
        (void)take(u'}', "a comma or }");
    }

    void array(const QString &pointer, int depth)
    {
        step();
        skipBlanks();
        if (now() == u']')
            return step();
        int index = 0;
        do {
            skipBlanks();
            if (now() == u']')
                return complain(QStringLiteral("the comma in front is one too many"));
            value(QStringLiteral("%1/%2").arg(pointer).arg(index++), depth + 1);
            skipBlanks();
        } while (!failed() && comma());
        (void)take(u']', "a comma or ]");
    }

    bool comma()
    {
        if (now() != u',')
            return false;
        step();
        return true;
    }

    // The text without its escapes, as far as names need it.
    QString text()
    {
        QString plain;
        step();
        while (m_at < m_text.size() && now() != u'"') {
            if (now() < u' ') {
                complain(QStringLiteral("a text ends on its own line; a quotation mark is missing"));
                return plain;
            }
            if (now() == u'\\')
                plain += escaped();
            else
                plain += now();
            if (failed())
                return plain;
            step();
        }
        if (m_at == m_text.size())
            complain(QStringLiteral("the text is not closed; a quotation mark is missing"));
        else
            step();
        return plain;
    }

    // Stands on the last character of the escape when it returns.
    QChar escaped()
    {
        static const QString known = QStringLiteral("\"\\/bfnrt");
        static const QString meant = QStringLiteral("\"\\/\b\f\n\r\t");
        step();
        if (now() == u'u') {
            bool isHex = false;
            const ushort code = QStringView(m_text).mid(m_at + 1, 4).toUShort(&isHex, 16);
            if (!isHex || m_at + 4 >= m_text.size())
                complain(QStringLiteral("four hexadecimal digits are expected"));
            for (int i = 0; i < 4 && !failed(); ++i)
                step();
            return QChar(code);
        }
        const auto index = known.indexOf(now());
        if (m_at >= m_text.size() || index < 0)
            complain(QStringLiteral("there is no such escape"));
        return index < 0 ? QChar() : meant.at(index);
    }

    void word(const QString &wanted)
    {
        if (QStringView(m_text).mid(m_at, wanted.size()) != wanted)
            return complain(QStringLiteral("a value is expected"));
        for (qsizetype i = 0; i < wanted.size(); ++i)
            step();
    }

    void digits()
    {
        if (!isDigit(now()))
            complain(QStringLiteral("a digit is expected"));
        while (m_at < m_text.size() && isDigit(now()))
            step();
    }

    void number()
    {
        if (!isDigit(now()) && now() != u'-')
            return complain(QStringLiteral("a value is expected"));
        if (now() == u'-')
            step();
        const bool isZero = now() == u'0';
        const qsizetype first = m_at;
        digits();
        if (isZero && m_at - first > 1)
            return complain(QStringLiteral("a number does not begin with a zero"));
        if (now() == u'.') {
            step();
            digits();
        }
        if (now() == u'e' || now() == u'E') {
            step();
            if (now() == u'+' || now() == u'-')
                step();
            digits();
        }
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_column = 1;
    JsonPlaces &m_places;
};

JsonPlaces::JsonPlaces(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder(text);
    JsonScan scan(decoded, *this);
    if (decoder.hasError())
        scan.complain(QStringLiteral("the file is not UTF-8"));
    else if (text.startsWith("\xEF\xBB\xBF"))
        scan.complain(QStringLiteral("the file begins with a byte order mark"));
    else
        scan.whole();
}

TextPlace JsonPlaces::placeOf(const QString &pointer) const
{
    QString nearest = pointer;
    while (!nearest.isEmpty() && !m_values.contains(nearest))
        nearest.truncate(nearest.lastIndexOf(u'/'));
    return m_values.value(nearest);
}

TextPlace JsonPlaces::nameOf(const QString &pointer) const
{
    const auto name = m_names.constFind(pointer);
    return name == m_names.constEnd() ? placeOf(pointer) : *name;
}

} // namespace tongban::catalogue
