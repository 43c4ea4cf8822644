// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-bench [--filter REGEX] [--json]: every figure of the house beside its baseline.
// Exit status: 0 all measured (met or not), 1 a measurement could not be made, 2 bad arguments.
#include "tests/bench/camera_codes.h"
#include "tests/bench/card_read.h"
#include "tests/bench/cold_start.h"
#include "tests/bench/figure.h"
#include "tests/bench/finding.h"
#include "tests/bench/offline_speed.h"
#include "tests/bench/page_change.h"
#include "tests/bench/sync_goodput.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>

using namespace tongban::bench;

namespace {

constexpr Measurement measurements[] = {
    {"app.cold_start app.resident", measureColdStart},
    {"ui.page_change ui.frame", measurePageChange},
    {"drivers.card_read", measureCardRead},
    {"drivers.camera_codes", measureCameraCodes},
    {"items.finding_p95 items.finding_p50", measureFinding},
    {"offline.durable_submit offline.submit_full_box offline.cold_open offline.cold_open_after_cut",
     measureOfflineSpeed},
    {"offline.sync_goodput offline.sync_goodput_large", measureSyncGoodput},
};

void print(const Figure &figure, bool json)
{
    if (json) {
        std::printf("%s\n", QJsonDocument(figure.toJson()).toJson(QJsonDocument::Compact).constData());
        return;
    }
    std::printf("%-24s %10.2f %-4s", qPrintable(figure.name), figure.value, qPrintable(figure.unit));
    if (figure.baseline)
        std::printf("  baseline %10.2f  ratio %6.2f", *figure.baseline, *figure.ratio());
    std::printf("  target %g  %s\n", figure.target, figure.met() ? "met" : "MISSED");
    const auto list = [](const char *title, const std::vector<double> &samples) {
        if (samples.empty())
            return;
        std::printf("    %-9s", title);
        for (const double s : samples)
            std::printf(" %.1f", s);
        std::printf("\n");
    };
    list("samples", figure.samples);
    list("baseline", figure.baselineSamples);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption filter(QStringLiteral("filter"), QStringLiteral("Only figures that match."),
                                    QStringLiteral("regex"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("One JSON object a figure."));
    parser.addOptions({filter, json});
    parser.addHelpOption();
    parser.process(app);
    const QRegularExpression wanted(parser.value(filter));
    if (!wanted.isValid()) {
        std::fprintf(stderr, "--filter: %s\n", qPrintable(wanted.errorString()));
        return 2;
    }
    int status = 0;
    for (const Measurement &measurement : measurements) {
        if (!wanted.match(QString::fromLatin1(measurement.names)).hasMatch())
            continue;
        const auto figures = measurement.run();
        if (!figures) {
            std::fprintf(stderr, "%s: %s: %s\n", measurement.names, qPrintable(figures.error().where),
                         qPrintable(figures.error().detail));
            status = 1;
            continue;
        }
        for (const Figure &figure : *figures) {
            if (wanted.match(figure.name).hasMatch())
                print(figure, parser.isSet(json));
        }
    }
    return status;
}
