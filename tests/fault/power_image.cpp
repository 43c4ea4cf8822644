// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/power_image.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tongban::testing {

using Kind = PowerDisk::Operation::Kind;

namespace {

constexpr qint64 sectorBytes = 512;

QByteArray directoryOf(const QByteArray &path)
{
    return path.left(std::max<qsizetype>(path.lastIndexOf('/'), 0));
}

} // namespace

void PowerImage::apply(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::Create:
        m_contents.emplace_back();
        return change({.path = operation.path, .content = static_cast<int>(m_contents.size()) - 1});
    case Kind::Write:
    case Kind::Truncate:
        return m_contents.at(static_cast<std::size_t>(m_seen.value(operation.path))).pending.push_back(operation);
    case Kind::Sync: {
        Content &content = m_contents.at(static_cast<std::size_t>(m_seen.value(operation.path)));
        for (const Operation &pending : content.pending)
            carryOut(content.durable, pending);
        content.pending.clear();
        if (operation.syncsNames)
            settleNames(directoryOf(operation.path));
        return;
    }
    case Kind::Remove:
        change({.path = operation.path, .isDirectory = m_seenDirectories.contains(operation.path)});
        if (operation.syncsNames)
            settleNames(directoryOf(operation.path));
        return;
    case Kind::Rename:
        return change({.path = operation.bytes, .content = m_seen.value(operation.path, -1), .from = operation.path});
    case Kind::MakeDirectory:
        return makeDirectories(operation.path);
    case Kind::SyncDirectory:
        return settleNames(operation.path);
    case Kind::Promise:
        return;
    }
}

void PowerImage::makeDirectories(const QByteArray &path)
{
    if (path.isEmpty() || m_seenDirectories.contains(path))
        return;
    makeDirectories(directoryOf(path));
    m_contents.emplace_back(); // stands for the directory, holds nothing
    change({.path = path, .content = static_cast<int>(m_contents.size()) - 1, .isDirectory = true});
}

void PowerImage::change(const Name &name)
{
    settle(m_seen, m_seenDirectories, name);
    m_pending[directoryOf(name.path)].push_back(name);
}

void PowerImage::settle(QMap<QByteArray, int> &names, QMap<QByteArray, bool> &directories, const Name &name)
{
    if (!name.from.isEmpty())
        names.remove(name.from);
    if (name.content < 0) {
        names.remove(name.path);
        directories.remove(name.path);
    } else if (name.isDirectory) {
        directories.insert(name.path, true);
    } else {
        names.insert(name.path, name.content);
    }
}

void PowerImage::settleNames(const QByteArray &directory)
{
    for (const Name &name : m_pending.take(directory))
        settle(m_durable, m_durableDirectories, name);
}

void PowerImage::carryOut(QByteArray &bytes, const Operation &operation)
{
    if (operation.kind == Kind::Truncate)
        return bytes.resize(operation.offset);
    const auto end = operation.offset + operation.bytes.size();
    if (bytes.size() < end)
        bytes.append(end - bytes.size(), '\0');
    bytes.replace(operation.offset, operation.bytes.size(), operation.bytes);
}

// Pieces of a write that lie in different sectors arrive, or do not, each for itself.
void PowerImage::arrive(Content &content, Unsynced unsynced, QRandomGenerator &random) const
{
    const auto isLate = [&](std::size_t at) { return 2 * at >= content.pending.size(); };
    for (std::size_t at = 0; at < content.pending.size(); ++at) {
        const Operation &whole = content.pending.at(at);
        const auto arrives = [&] {
            switch (unsynced) {
            case Unsynced::Lost:
                return false;
            case Unsynced::Kept:
                return true;
            case Unsynced::SomeKept:
                return random.bounded(2) == 1;
            case Unsynced::LateKept:
                return isLate(at);
            }
            Q_UNREACHABLE();
        };
        if (whole.kind == Kind::Truncate) {
            if (arrives())
                carryOut(content.durable, whole);
            continue;
        }
        for (qint64 done = 0; done < whole.bytes.size();) {
            const qint64 at512 = whole.offset + done;
            const qint64 piece = std::min(sectorBytes - at512 % sectorBytes, whole.bytes.size() - done);
            if (arrives())
                carryOut(content.durable,
                         {.kind = Kind::Write, .path = {}, .bytes = whole.bytes.mid(done, piece), .offset = at512});
            done += piece;
        }
    }
    content.pending.clear();
}

void PowerImage::cut(Unsynced unsynced, quint32 seed)
{
    QRandomGenerator random(seed);
    for (Content &content : m_contents)
        arrive(content, unsynced, random);
    for (auto directory = m_pending.cbegin(); directory != m_pending.cend(); ++directory) {
        const auto &names = directory.value();
        const auto all = static_cast<int>(names.size());
        int arrived = all;
        if (unsynced == Unsynced::Lost)
            arrived = 0;
        else if (unsynced != Unsynced::Kept)
            arrived = random.bounded(all + 1);
        for (int i = 0; i < arrived; ++i)
            settle(m_durable, m_durableDirectories, names.at(static_cast<std::size_t>(i)));
    }
}

void PowerImage::writeTo(const QString &directory) const
{
    const auto isThere = [this](QByteArray path) { // a name is as durable as every directory above it
        for (path = directoryOf(path); !path.isEmpty(); path = directoryOf(path)) {
            if (!m_durableDirectories.contains(path))
                return false;
        }
        return true;
    };
    const QDir root(directory);
    for (auto made = m_durableDirectories.cbegin(); made != m_durableDirectories.cend(); ++made) {
        if (isThere(made.key()) && !root.mkpath(QFile::decodeName(made.key())))
            qFatal("the image of the disk cannot be written");
    }
    for (auto name = m_durable.cbegin(); name != m_durable.cend(); ++name) {
        if (!isThere(name.key()))
            continue;
        QFile file(root.filePath(QFile::decodeName(name.key())));
        const QByteArray &bytes = m_contents.at(static_cast<std::size_t>(name.value())).durable;
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the image of the disk cannot be written");
    }
}

} // namespace tongban::testing
