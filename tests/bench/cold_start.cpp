// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cold_start.h"

#include "tests/bench/screen.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QThread>

namespace tongban::bench {

namespace {

constexpr QSize screenSize(1080, 1920);
constexpr int rounds = 20;

struct Sample
{
    double ms = 0;
    double residentKiB = 0;
};

struct Program
{
    QString path;
    QStringList arguments;
    QByteArray atRest;   // the picture before any touch
    QByteArray answered; // the picture after one
};

double residentKiB(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression rss(QStringLiteral("Rss:\\s+(\\d+)"));
    return rss.match(QString::fromLatin1(file.readAll())).captured(1).toDouble();
}

void startProgram(QProcess &process, const Program &program, const Screen &screen)
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    env.insert(QStringLiteral("DISPLAY"), screen.display());
    env.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    env.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    process.setProcessEnvironment(env);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program.path, program.arguments);
}

// The picture once it has not changed for 300 ms; none when nothing steady came in 20 s.
std::optional<QByteArray> steadyPicture(const Screen &screen, const QByteArray &otherThan)
{
    QElapsedTimer total, steady;
    total.start();
    steady.start();
    QByteArray last = screen.glance();
    while (total.elapsed() < 20'000) {
        QThread::msleep(5);
        const QByteArray now = screen.glance();
        if (now != last) {
            last = now;
            steady.restart();
        } else if (now != otherThan && steady.elapsed() > 300) {
            return now;
        }
    }
    return std::nullopt;
}

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(5'000)) {
        process.kill();
        process.waitForFinished();
    }
}

// Learns what "at rest" and "answered" look like, so that the timed runs only compare.
Result<void> learn(Program &program, Screen &screen)
{
    const auto failed = [&](const char *what) {
        return fail(ErrorKind::DeviceSilent, QStringLiteral("bench.cold_start"),
                    program.path + QString::fromLatin1(what));
    };
    const QByteArray black = screen.glance();
    QProcess process;
    startProgram(process, program, screen);
    const auto atRest = steadyPicture(screen, black);
    if (!atRest)
        return failed(": nothing on the screen");
    program.atRest = *atRest;
    screen.touch(screenSize.width() / 2, screenSize.height() / 2);
    const auto answered = steadyPicture(screen, program.atRest);
    end(process);
    if (!answered)
        return failed(": a touch changed nothing");
    program.answered = *answered;
    return {};
}

// How much of the picture is as in `wanted`, 0…1. A clock in the corner must not spoil the comparison.
double likeness(const QByteArray &picture, const QByteArray &wanted)
{
    qsizetype same = 0;
    for (qsizetype i = 0; i < picture.size(); ++i)
        same += picture[i] == wanted[i] ? 1 : 0;
    return double(same) / double(picture.size());
}

Result<Sample> timeOnce(const Program &program, Screen &screen)
{
    QElapsedTimer clock;
    QProcess process;
    clock.start();
    startProgram(process, program, screen);
    qint64 nextTouch = 0;
    while (clock.elapsed() < 20'000) {
        const QByteArray now = screen.glance();
        if (likeness(now, program.answered) > 0.98 && likeness(now, program.atRest) < likeness(now, program.answered)) {
            const Sample sample{double(clock.nsecsElapsed()) / 1e6, residentKiB(process.processId())};
            end(process);
            return sample;
        }
        // A finger that keeps tapping once the page is there: the first touch that is answered ends the run.
        if (clock.elapsed() >= nextTouch && likeness(now, program.atRest) > 0.98) {
            screen.touch(screenSize.width() / 2, screenSize.height() / 2);
            nextTouch = clock.elapsed() + 20;
        }
        QThread::usleep(500);
    }
    end(process);
    return fail(ErrorKind::DeviceSilent, QStringLiteral("bench.cold_start"),
                program.path + QStringLiteral(": no answer in 20 s"));
}

Result<QString> writeConfig(const QString &directory)
{
    const QString state = directory + QStringLiteral("/state");
    const QJsonObject config{
        {QStringLiteral("site"), QJsonObject{{QStringLiteral("siteCode"), QStringLiteral("422823105000")},
                                             {QStringLiteral("hallName"), QStringLiteral("青山镇便民服务中心")},
                                             {QStringLiteral("deviceId"), QStringLiteral("K01")},
                                             {QStringLiteral("phone"), QStringLiteral("0718-4220011")},
                                             {QStringLiteral("address"), QStringLiteral("人民路 1 号")},
                                             {QStringLiteral("hours"), QStringLiteral("9:00—17:00")}}},
        {QStringLiteral("stateDirectory"), state},
        {QStringLiteral("deviceDirectories"), QJsonArray{QStringLiteral(TONGBAN_SOURCE_DIR "/resources/devices")}},
        {QStringLiteral("platform"),
         QJsonObject{{QStringLiteral("url"), QStringLiteral("https://127.0.0.1:9/v1")},
                     {QStringLiteral("ca"), directory + QStringLiteral("/pki/ca.pem")},
                     {QStringLiteral("certificate"), directory + QStringLiteral("/pki/device-K01.pem")},
                     {QStringLiteral("key"), directory + QStringLiteral("/pki/device-K01.key")},
                     {QStringLiteral("appId"), QStringLiteral("tongban")},
                     {QStringLiteral("cityKeyFile"), directory + QStringLiteral("/pki/city-sm2.pub")},
                     {QStringLiteral("signKeyFile"), directory + QStringLiteral("/pki/device-K01-sm2.key")}}},
        {QStringLiteral("display"), QJsonObject{{QStringLiteral("fullScreen"), false},
                                                {QStringLiteral("width"), screenSize.width()},
                                                {QStringLiteral("height"), screenSize.height()}}},
        {QStringLiteral("logFile"), directory + QStringLiteral("/kiosk.log")}};
    if (QProcess::execute(
            QStringLiteral(TONGBAN_SOURCE_DIR "/tests/platform/make_pki"),
            {directory + QStringLiteral("/pki"), QStringLiteral("K01"), QStringLiteral("422823105000")}) != 0)
        return fail(ErrorKind::Misconfigured, QStringLiteral("bench.pki"), QStringLiteral("make_pki failed"));
    QFile file(directory + QStringLiteral("/kiosk.json"));
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("bench.config"), file.errorString());
    file.write(QJsonDocument(config).toJson());
    return file.fileName();
}

} // namespace

Result<std::vector<Figure>> measureColdStart()
{
    auto screen = Screen::open(screenSize);
    if (!screen)
        return fail(screen.error());
    QTemporaryDir directory;
    const auto config = writeConfig(directory.path());
    if (!config)
        return fail(config.error());
    const QString bin = QCoreApplication::applicationDirPath();
    Program kiosk{bin + QStringLiteral("/tongban-kiosk"), {QStringLiteral("--config"), *config}, {}, {}};
    Program minimal{bin + QStringLiteral("/tongban-bench-minimal-window"), {}, {}, {}};
    for (Program *program : {&minimal, &kiosk}) {
        if (auto learnt = learn(*program, **screen); !learnt)
            return fail(learnt.error());
    }
    Figure start{QStringLiteral("app.cold_start"), 0, QStringLiteral("ms"), {}, 6.0, {}, {}};
    Figure resident{QStringLiteral("app.resident"), 0, QStringLiteral("KiB"), {}, 4.0, {}, {}};
    for (int round = 0; round < rounds; ++round) {
        const auto ours = timeOnce(kiosk, **screen);
        const auto theirs = timeOnce(minimal, **screen);
        if (!ours || !theirs)
            return fail(ours ? theirs.error() : ours.error());
        start.samples.push_back(ours->ms);
        start.baselineSamples.push_back(theirs->ms);
        resident.samples.push_back(ours->residentKiB);
        resident.baselineSamples.push_back(theirs->residentKiB);
    }
    for (Figure *figure : {&start, &resident}) {
        figure->value = median(figure->samples);
        figure->baseline = median(figure->baselineSamples);
    }
    return std::vector{start, resident};
}

} // namespace tongban::bench
