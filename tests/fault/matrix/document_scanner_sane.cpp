// SPDX-License-Identifier: GPL-3.0-or-later
// SANE's own `pnm` backend, whose page is a file: a pipe in its place is a scanner in the middle of a page. What is
// plugged in is what the name `hall` means in dll.aliases (sane-dll(5)).
#include "drivers/transport/file_descriptor.h"
#include "tests/fault/matrix/child_of_ours.h"
#include "tests/fault/matrix/rigs.h"

#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

class SaneDocumentScanner final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::DocumentScanner; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::WrongDevice: // it scans as well, but has not the options that the descriptor sets
            return Expected{DeviceState::Faulted, {ErrorKind::Misconfigured}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::ChildKilled:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceFault}};
        case Misfortune::OneByte: // byteByByteScanner()
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        const QString listed = write(m_dir.filePath(QStringLiteral("dll.conf")), "pnm\ntest\n");
        const QString plugged = listed.isEmpty() ? plug(page0) : listed;
        return plugged.isEmpty() ? prepareToSucceed() : plugged;
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("scanner")},
                {QStringLiteral("class"), QStringLiteral("documentScanner")},
                {QStringLiteral("driver"), QStringLiteral("sane")},
                {QStringLiteral("transport"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("sane")},
                                                          {QStringLiteral("device"), QStringLiteral("hall")},
                                                          {QStringLiteral("configDirectory"), m_dir.path()}}},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("saneOptions"), QJsonObject{{QStringLiteral("filename"), page()}}}}}};
    }

    [[nodiscard]] QString prepareToBreak() override
    {
        QFile::remove(page());
        return ::mkfifo(page().toLocal8Bit().constData(), 0600) == 0 ? QString() : QStringLiteral("no pipe");
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
            return plug(nullptr);
        case Misfortune::WrongDevice:
            return plug("test:0");
        case Misfortune::Unplugged: {
            const QString begun = awaitScan();
            const QString pulled = begun.isEmpty() ? plug(nullptr) : begun;
            m_pipe.reset(); // what the backend reads has an end
            return pulled;
        }
        case Misfortune::Hangs:
            return awaitScan();
        case Misfortune::ChildKilled: {
            const QString begun = awaitScan();
            return begun.isEmpty() ? killChildOfOurs(QStringLiteral("tongban-scan")) : begun;
        }
        case Misfortune::Garbage:
            m_isGarbage = true;
            return {};
        case Misfortune::OneByte:
            break;
        }
        return QStringLiteral("no such misfortune");
    }

    [[nodiscard]] QString cure(Misfortune) override
    {
        m_pipe.reset();
        m_isGarbage = false;
        return plug(page0);
    }

    // Lays a page on the glass: lines of dashes, as legible as a letter.
    [[nodiscard]] QString prepareToSucceed() override
    {
        constexpr int width = 1000;
        constexpr int height = 1400;
        QByteArray pnm = "P5\n1000 1400\n255\n";
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                pnm += y % 50 < 20 && x % 30 < 15 ? '\x10' : '\xf0';
        }
        return write(page(), m_isGarbage ? QByteArray("\x7f\x00 no picture", 13) : pnm);
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto pages = devices.documentScanner().scan({}, 1, Deadline::in(4s), std::move(stop), {});
        return pages ? Result<void>() : Result<void>(fail(pages.error()));
    }

private:
    [[nodiscard]] QString page() const { return m_dir.filePath(QStringLiteral("page.pnm")); }
    static constexpr auto page0 = "pnm:0";
    [[nodiscard]] QString plug(const char *device) // null: nothing
    {
        return write(m_dir.filePath(QStringLiteral("dll.aliases")),
                     device ? QByteArray("alias hall ") + device + "\n" : QByteArray());
    }
    static QString write(const QString &path, const QByteArray &content)
    {
        QFile::remove(path); // a pipe that lay there too
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? QString()
                                                                                        : file.errorString();
    }
    // Returns in the very moment the backend opens the pipe; then it hangs in its read.
    QString awaitScan()
    {
        m_pipe.reset(::open(page().toLocal8Bit().constData(), O_WRONLY | O_CLOEXEC));
        return m_pipe.isValid() ? QString() : QStringLiteral("nobody reads the pipe");
    }

    QTemporaryDir m_dir;
    drivers::transport::FileDescriptor m_pipe;
    bool m_isGarbage = false;
};

// The `test` backend, which can be told to give one byte a read.
class ByteByByteScanner final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::DocumentScanner; }
    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        return misfortune == Misfortune::OneByte ? std::optional(Expected{}) : std::nullopt;
    }
    [[nodiscard]] QString start() override
    {
        QFile file(m_dir.filePath(QStringLiteral("dll.conf")));
        return file.open(QIODevice::WriteOnly) && file.write("test\n") == 5 ? QString() : file.errorString();
    }
    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("scanner")},
                {QStringLiteral("class"), QStringLiteral("documentScanner")},
                {QStringLiteral("driver"), QStringLiteral("sane")},
                {QStringLiteral("transport"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("sane")},
                                                          {QStringLiteral("device"), QStringLiteral("test:0")},
                                                          {QStringLiteral("configDirectory"), m_dir.path()}}},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("mode"), QStringLiteral("Gray")},
                             {QStringLiteral("resolution"), 100},
                             {QStringLiteral("saneOptions"),
                              QJsonObject{{QStringLiteral("test-picture"), QStringLiteral("Grid")},
                                          {QStringLiteral("br-x"), 200},
                                          {QStringLiteral("br-y"), 200},
                                          {QStringLiteral("read-limit"), true},
                                          {QStringLiteral("read-limit-size"), 1}}}}}};
    }
    [[nodiscard]] QString bring(Misfortune) override { return {}; } // it never does otherwise
    [[nodiscard]] QString cure(Misfortune) override { return {}; }
    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto pages = devices.documentScanner().scan({}, 1, Deadline::in(20s), std::move(stop), {});
        return pages ? Result<void>() : Result<void>(fail(pages.error()));
    }

private:
    QTemporaryDir m_dir;
};

} // namespace

std::unique_ptr<DeviceRig> saneDocumentScanner()
{
    return std::make_unique<SaneDocumentScanner>();
}

std::unique_ptr<DeviceRig> saneByteByByteScanner()
{
    return std::make_unique<ByteByByteScanner>();
}

} // namespace tongban::tests
