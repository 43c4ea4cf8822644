// SPDX-License-Identifier: GPL-3.0-or-later
// A disk whose power can be cut in retrospect. While the product works on real files, every change of a file and of a
// directory is written down, with the moment of every sync. Afterwards, for any operation, the disk is put together as
// a cut behind that operation may have left it: what was synced is there; of the rest, each sector is there or not.
//
// The model (POSIX's promises, no more): bytes are durable once their file was synced; a name (created, renamed,
// removed) once its directory was. Unsynced bytes reach the disk by sectors of 512 bytes in any order or not at all;
// unsynced names of one directory in order, as far as they came. SQLite's own shared memory is not on the disk.
#pragma once

#include "app/core/ports/file_system.h"
#include "tests/fault/shim_vfs.h"

#include <QList>

#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace tongban::testing {

enum class Unsynced { // what becomes of bytes that nobody synced
    Lost,
    Kept,
    SomeKept, // each sector by chance: torn and dropped writes
    LateKept, // the later half is there, the earlier is not: reordered writes
};

class PowerDisk final : private DiskWatcher
{
public:
    // real: the FileSystem that carries operations out; outlives this. Registers itself beneath SQLite.
    PowerDisk(QString root, ports::FileSystem &real);
    ~PowerDisk() override;

    [[nodiscard]] ports::FileSystem &files() { return *m_files; }

    // The product has just said that this is durable.
    void promised(const QByteArray &what);

    [[nodiscard]] int operations() const { return static_cast<int>(m_operations.size()); }
    [[nodiscard]] QByteArray nameOfOperation(int number) const; // from 1, for messages
    // Puts together, below `into` (empty, there), what a cut behind the first `count` operations leaves of `root`.
    // Answers what had been promised by then.
    [[nodiscard]] QByteArrayList cutBehind(int count, Unsynced unsynced, quint32 seed, const QString &into) const;

    struct Operation
    {
        enum class Kind { Create, Write, Truncate, Sync, Remove, Rename, MakeDirectory, SyncDirectory, Promise } kind;
        QByteArray path;         // below root
        QByteArray bytes{};      // Write: content; Rename: the new path; Promise: its words
        qint64 offset = 0;       // Write; Truncate: the new size
        bool syncsNames = false; // Sync, Remove: the directory is synced with it
    };

private:
    friend class PowerFiles;

    int write(const File &file, sqlite3_file *real, const void *bytes, int count, sqlite3_int64 offset) override;
    int truncate(const File &file, sqlite3_file *real, sqlite3_int64 size) override;
    int sync(const File &file, sqlite3_file *real, int flags) override;
    void willOpen(const File &file) override;
    void removed(const QByteArray &path, bool isDirectorySynced) override;

    [[nodiscard]] bool isOurs(const QByteArray &path) const;
    void note(Operation operation);

    QByteArray m_root;
    mutable std::mutex m_mutex;
    std::vector<Operation> m_operations;
    std::set<QByteArray> m_opened; // logs and journals that were opened and not synced since
    std::unique_ptr<ports::FileSystem> m_files;
    ShimVfs m_shim; // last: it calls this
};

} // namespace tongban::testing
