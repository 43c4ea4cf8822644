// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/camera_codes.h"

#include "drivers/devices/camera/capture_loop.h"
#include "drivers/devices/camera/code_settings.h"
#include "drivers/devices/camera/frame_convert.h"
#include "tests/fault/scripted_camera.h"

#include <random>

#include <ctime>

namespace tongban::bench {

namespace {

using namespace drivers::devices;

const QSize size{1920, 1080};
constexpr int picturesOfAKind = 32; // with a code, and without

struct Costs // milliseconds a picture
{
    std::vector<double> withCode;
    std::vector<double> without;
};

std::vector<std::vector<uchar>> pictures(bool haveCode)
{
    std::mt19937 random(haveCode ? 1 : 2);
    std::uniform_int_distribution<int> x(0, size.width() - 500);
    std::uniform_int_distribution<int> y(0, size.height() - 500);
    std::vector<std::vector<uchar>> all(picturesOfAKind);
    for (int n = 0; n < picturesOfAKind; ++n) {
        std::vector<uchar> &picture = all[static_cast<std::size_t>(n)];
        picture = test::hall(size, random);
        if (haveCode)
            test::drawCode(test::codeBytes(n), picture, size, {x(random), y(random)}, 6);
    }
    return all;
}

double threadMilliseconds()
{
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

// What the processor spent: both ways are one thread's work, and on a shared machine a clock on the wall measures others.
template <class Work> double timed(Work work)
{
    const double begun = threadMilliseconds();
    work();
    return threadMilliseconds() - begun;
}

tl::unexpected<Error> wrong(const QString &why)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("drivers.camera_codes"), why);
}

// Both ways in turn, so that what else the machine does falls on both alike.
Result<void> measure(const std::vector<std::vector<uchar>> &shown, bool haveCode, RingMemory &ring,
                     std::vector<double> &streamed, std::vector<double> &bare)
{
    const ZXing::DecodeHints settings = codeSettings();
    for (std::size_t n = 0; n < shown.size(); ++n) {
        const RawFrame frame{.format = RawFrame::Format::Grey, .size = size, .bytes = shown[n]};
        std::optional<QByteArray> inStream;
        std::optional<QByteArray> alone;
        const auto streamOne = [&] {
            const int slot = ring.writer().begin().value_or(0);
            if (convertInto(frame, ring.geometry(), ring.slot(slot)))
                ring.writer().commit(slot);
            inStream = findCodeIn(ring, slot);
        };
        const auto bareOne = [&] {
            const ZXing::ImageView view(shown[n].data(), size.width(), size.height(), ZXing::ImageFormat::Lum);
            const ZXing::Result result = ZXing::ReadBarcode(view, settings);
            if (result.isValid())
                alone = QByteArray("]Q1") + QByteArray(result.bytes().asString().data(), result.bytes().size());
        };
        const bool isStreamFirst = n % 2 == 0;
        if (isStreamFirst)
            streamed.push_back(timed(streamOne));
        bare.push_back(timed(bareOne));
        if (!isStreamFirst)
            streamed.push_back(timed(streamOne));
        const auto wanted = haveCode ? std::optional<QByteArray>("]Q1" + test::codeBytes(static_cast<int>(n)))
                                     : std::nullopt;
        if (inStream != wanted || alone != wanted)
            return wrong(QStringLiteral("picture %1 was not decoded as drawn").arg(n));
    }
    return {};
}

} // namespace

Result<std::vector<Figure>> measureCameraCodes()
{
    const auto ring = RingMemory::make(RingGeometry::of(size, RingGeometry::Format::Grey), 1);
    if (!ring)
        return fail(ring.error());
    Costs streamed;
    Costs bare;
    for (const bool haveCode : {true, false}) {
        const auto shown = pictures(haveCode);
        const auto measured = measure(shown, haveCode, **ring, haveCode ? streamed.withCode : streamed.without,
                                      haveCode ? bare.withCode : bare.without);
        if (!measured)
            return fail(measured.error());
    }
    Figure figure{.name = QStringLiteral("drivers.camera_codes"),
                  .value = median(streamed.withCode) + median(streamed.without),
                  .unit = QStringLiteral("ms"),
                  .baseline = median(bare.withCode) + median(bare.without),
                  .target = 1.1,
                  .samples = streamed.withCode,
                  .baselineSamples = bare.withCode};
    figure.samples.insert(figure.samples.end(), streamed.without.begin(), streamed.without.end());
    figure.baselineSamples.insert(figure.baselineSamples.end(), bare.without.begin(), bare.without.end());
    return std::vector<Figure>{figure};
}

} // namespace tongban::bench
