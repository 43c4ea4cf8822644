// SPDX-License-Identifier: GPL-3.0-or-later
// Where in its work a terminal is, told line by line on standard output, and a death that strikes inside a chosen
// stage.
#pragma once

#include <QByteArray>
#include <QString>

namespace tongban::testing {

// The terminal's lines: "MICROSECONDS begin STAGE", "MICROSECONDS end STAGE" (monotonic, since the process began),
// "promised CASE NUMBER", "drained", "left ENTRIES WORDS", "trouble WORDS". One write(2) each, so that a death cuts
// nothing in two.
struct Death
{
    QByteArray stage;     // empty: lives
    int occurrence = 1;   // in the stage's nth beginning …
    int microseconds = 0; // … so long after it: SIGKILL from the kernel's timer
};

void planDeath(const Death &death); // once, before the first stage
void beginStage(const char *stage); // any thread; the same stage may run several times at once
void endStage(const char *stage);
void tell(const QByteArray &line); // any thread

class Stage
{
public:
    explicit Stage(const char *name) : m_name(name) { beginStage(name); }
    ~Stage() { endStage(m_name); }
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

private:
    const char *m_name;
};

} // namespace tongban::testing
