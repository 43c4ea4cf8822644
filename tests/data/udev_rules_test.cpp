// SPDX-License-Identifier: GPL-3.0-or-later
// The udev rules and the shipped descriptors speak of the same devices: every USB number has a rule that lets the kiosk
// in, every name under /dev/tongban is given by one. And they are rules: a line that udev would skip is found here.
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace {

const auto root = QStringLiteral(TONGBAN_SOURCE_DIR);

QStringList linesOf(const char *name)
{
    QFile file(root + QStringLiteral("/packaging/udev/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            lines << line;
    }
    return lines;
}

QStringList allLines()
{
    return linesOf("60-tongban.rules") + linesOf("61-tongban-site.rules.example");
}

bool isAllowedIn(const QString &vendor, const QString &product)
{
    for (const QString &line : allLines()) {
        if (line.contains(QStringLiteral("{idVendor}==\"%1\"").arg(vendor)) &&
            line.contains(QStringLiteral("{idProduct}==\"%1\"").arg(product)) &&
            line.contains(QStringLiteral("GROUP=\"tongban\", MODE=\"0660\"")))
            return true;
    }
    return false;
}

bool isNamed(const QString &path)
{
    return allLines().join(u'\n').contains(QStringLiteral("SYMLINK+=\"%1\"").arg(path.mid(QStringLiteral("/dev/").size())));
}

} // namespace

class UdevRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsARule()
    {
        // udev(7): comma-separated key-value pairs; these keys are the ones in use here.
        static const QRegularExpression rule(QStringLiteral(
            "^(?:(?:ACTION|KERNEL|SUBSYSTEM|SUBSYSTEMS|ATTR\\{\\w+\\}|ATTRS\\{\\w+\\}|ENV\\{\\w+\\})==\"[^\"]+\"|"
            "(?:GROUP|MODE|GOTO|LABEL|ENV\\{\\w+\\})=\"[^\"]+\"|SYMLINK\\+=\"[^\"]+\")"
            "(?:, (?:(?:ACTION|KERNEL|SUBSYSTEM|SUBSYSTEMS|ATTR\\{\\w+\\}|ATTRS\\{\\w+\\}|ENV\\{\\w+\\})==\"[^\"]+\"|"
            "(?:GROUP|MODE|GOTO|LABEL|ENV\\{\\w+\\})=\"[^\"]+\"|SYMLINK\\+=\"[^\"]+\"))*$"));
        QVERIFY(allLines().size() > 8);
        for (const QString &line : allLines())
            QVERIFY2(rule.match(line).hasMatch(), qPrintable(line));
    }

    void everyShippedDeviceIsReached_data()
    {
        QTest::addColumn<QJsonObject>("transport");
        for (const char *folder : {"/resources/devices", "/resources/devices/models"}) {
            const QDir directory(root + QLatin1String(folder));
            for (const QString &name : directory.entryList({QStringLiteral("*.json")}, QDir::Files)) {
                QFile file(directory.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QTest::newRow(qPrintable(name))
                    << QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("transport")).toObject();
            }
        }
    }
    void everyShippedDeviceIsReached()
    {
        QFETCH(QJsonObject, transport);
        const QString vendor = transport.value(QStringLiteral("vendor")).toString();
        const QString path = transport.value(QStringLiteral("path")).toString();
        if (!vendor.isEmpty())
            QVERIFY(isAllowedIn(vendor, transport.value(QStringLiteral("product")).toString()));
        if (path.startsWith(QStringLiteral("/dev/")))
            QVERIFY2(path.startsWith(QStringLiteral("/dev/tongban/")) && isNamed(path), qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(UdevRulesTest)
#include "udev_rules_test.moc"
