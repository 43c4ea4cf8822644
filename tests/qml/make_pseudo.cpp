// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-pseudo-language IN.ts OUT.ts longer|mirrored: the sources of IN in a language made by rule.
#include "tests/qml/pseudo_text.h"

#include <QFile>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cstdio>

namespace {

using namespace tongban::qmltest;

class PseudoLanguage
{
public:
    PseudoLanguage(QIODevice *from, QIODevice *to, bool isMirrored) : m_in(from), m_out(to), m_isMirrored(isMirrored) {}

    bool write()
    {
        m_out.writeStartDocument();
        m_out.writeStartElement(QStringLiteral("TS"));
        m_out.writeAttribute(QStringLiteral("version"), QStringLiteral("2.1"));
        m_out.writeAttribute(QStringLiteral("language"), QStringLiteral("en"));
        if (m_isMirrored) // how a translation tells Qt the direction of its script
            writeDirection();
        while (!m_in.atEnd()) {
            m_in.readNext();
            if (m_in.isStartElement() && m_in.name() == u"context")
                m_out.writeStartElement(QStringLiteral("context"));
            else if (m_in.isStartElement() && m_in.name() == u"name")
                m_out.writeTextElement(QStringLiteral("name"), m_in.readElementText());
            else if (m_in.isStartElement() && m_in.name() == u"message")
                writeMessage();
            else if (m_in.isEndElement() && m_in.name() == u"context")
                m_out.writeEndElement();
        }
        m_out.writeEndDocument();
        return !m_in.hasError() && !m_out.hasError();
    }

private:
    void writeMessage()
    {
        const bool isCounted = m_in.attributes().value(QStringLiteral("numerus")) == u"yes";
        m_out.writeStartElement(QStringLiteral("message"));
        if (isCounted)
            m_out.writeAttribute(QStringLiteral("numerus"), QStringLiteral("yes"));
        QString source;
        while (m_in.readNextStartElement()) {
            if (m_in.name() == u"source") {
                source = m_in.readElementText();
                m_out.writeTextElement(QStringLiteral("source"), source);
            } else if (m_in.name() == u"comment") {
                m_out.writeTextElement(QStringLiteral("comment"), m_in.readElementText());
            } else {
                m_in.skipCurrentElement();
            }
        }
        const QString text = m_isMirrored ? mirroredText(source) : longerText(source);
        m_out.writeStartElement(QStringLiteral("translation"));
        if (!isCounted)
            m_out.writeCharacters(text);
        for (int form = 0; isCounted && form < 2; ++form)
            m_out.writeTextElement(QStringLiteral("numerusform"), text);
        m_out.writeEndElement();
        m_out.writeEndElement();
    }
    void writeDirection()
    {
        m_out.writeStartElement(QStringLiteral("context"));
        m_out.writeTextElement(QStringLiteral("name"), QStringLiteral("QGuiApplication"));
        m_out.writeStartElement(QStringLiteral("message"));
        m_out.writeTextElement(QStringLiteral("source"), QStringLiteral("QT_LAYOUT_DIRECTION"));
        m_out.writeTextElement(QStringLiteral("translation"), QStringLiteral("RTL"));
        m_out.writeEndElement();
        m_out.writeEndElement();
    }

    QXmlStreamReader m_in;
    QXmlStreamWriter m_out;
    bool m_isMirrored;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4)
        return 2;
    QFile from(QString::fromLocal8Bit(argv[1])), to(QString::fromLocal8Bit(argv[2]));
    const bool opened = from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly);
    if (opened && PseudoLanguage(&from, &to, QByteArray(argv[3]) == "mirrored").write())
        return 0;
    std::fprintf(stderr, "tongban-pseudo-language: %s\n", argv[1]);
    return 1;
}
