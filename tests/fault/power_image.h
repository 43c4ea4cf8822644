// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on a disk and what is only on its way there, operation by operation (power_disk.h states the model).
#pragma once

#include "tests/fault/power_disk.h"

#include <QMap>
#include <QRandomGenerator>

namespace tongban::testing {

class PowerImage
{
public:
    void apply(const PowerDisk::Operation &operation);
    void cut(Unsynced unsynced, quint32 seed); // what was on its way arrives or does not
    void writeTo(const QString &directory) const;

private:
    using Operation = PowerDisk::Operation;

    struct Content
    {
        QByteArray durable;
        std::vector<Operation> pending; // Write and Truncate, in order
    };
    struct Name // a change of one name of a directory
    {
        QByteArray path;
        int content = -1;  // the file that it stands for from now on; -1: none
        QByteArray from{}; // a rename takes this one away in the same stroke
        bool isDirectory = false;
    };

    void change(const Name &name);
    void settleNames(const QByteArray &directory);
    void makeDirectories(const QByteArray &path);
    static void settle(QMap<QByteArray, int> &names, QMap<QByteArray, bool> &directories, const Name &name);
    static void carryOut(QByteArray &bytes, const Operation &operation);
    void arrive(Content &content, Unsynced unsynced, QRandomGenerator &random) const;

    std::vector<Content> m_contents;
    QMap<QByteArray, int> m_seen;             // names as the running product sees them
    QMap<QByteArray, bool> m_seenDirectories; // value unused
    QMap<QByteArray, int> m_durable;          // names that survive
    QMap<QByteArray, bool> m_durableDirectories;
    QMap<QByteArray, std::vector<Name>> m_pending; // by directory
};

} // namespace tongban::testing
