// SPDX-License-Identifier: GPL-3.0-or-later
// The joint between the view and the world: ports behind doors, one Lane a device and one for the store. Filled in by
// app/main/wiring.cpp in the product and by fakes in tests/unit/view.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/lane.h"
#include "app/core/base/result.h"
#include "app/core/domain/receipt_builder.h"
#include "app/core/domain/region_tree.h"
#include "app/core/domain/site_profile.h"
#include "app/core/ports/audit_trail.h"
#include "app/core/ports/case_ledger.h"
#include "app/core/ports/case_store.h"
#include "app/core/ports/catalogue.h"
#include "app/core/ports/city_desk.h"
#include "app/core/ports/code_scanner.h"
#include "app/core/ports/document_scanner.h"
#include "app/core/ports/id_card_reader.h"
#include "app/core/ports/io_board.h"
#include "app/core/ports/print_journal.h"
#include "app/core/ports/receipt_printer.h"
#include "app/core/ports/receipt_sealer.h"
#include "app/core/ports/speaker.h"
#include "app/core/ports/vault.h"

#include <QByteArray>

#include <chrono>
#include <functional>

namespace tongban::view {

struct StorePorts
{
    ports::CaseStore *cases = nullptr;
    ports::Vault *vault = nullptr;
    ports::PrintJournal *prints = nullptr;
    ports::Catalogue *catalogue = nullptr;
    ports::CaseLedger *ledger = nullptr;
    ports::AuditTrail *audit = nullptr;
};

// Called on the lane it belongs to. Opens at the first call, so that the first page never waits for a disk or a device;
// a failed opening is tried again at the next call. The ports it gives live as long as the door.
using StoreDoor = std::function<Result<StorePorts>()>;
template <class Port> using Door = std::function<Result<Port *>()>;

struct KioskPorts // every pointer outlives the controller
{
    Lane *storeLane = nullptr;
    Lane *cardLane = nullptr;
    Lane *scanLane = nullptr;
    Lane *printLane = nullptr;
    Lane *boardLane = nullptr; // null, as the door below, where no board is fitted
    StoreDoor store;
    Door<ports::IdCardReader> cardReader;
    Door<ports::DocumentScanner> scanner;
    Door<ports::ReceiptPrinter> printer;
    Door<ports::IoBoard> board;
    Lane *codeLane = nullptr; // null, as the door below, where no code scanner is fitted
    Door<ports::CodeScanner> codeScanner;
    // The code of a receipt, checked against the keys that the city vouches for; on the store's lane. Errors: CodeUnreadable
    // (no receipt's code, or torn), SealBroken (forged, or of a terminal that is not known here). Empty: none can be read.
    std::function<Result<domain::ReceiptFacts>(const QByteArray &code)> readReceipt;
    ports::Speaker *speaker = nullptr;
    Door<const ports::ReceiptSealer> sealer; // opened on the print lane; empty where the terminal holds no keys
    domain::Sm3 sm3; // any thread
    const Clock *clock = nullptr;
    std::function<domain::TimeTrust()> timeTrust = [] { return domain::TimeTrust::Calibrated; }; // any thread
    domain::SiteProfile site;
    bool authorMode = false; // the items come from a local folder, and nothing that is done here counts
    const domain::RegionTree *regions = nullptr; // null: no place can be chosen
    std::function<ports::CityDesk *()> city;     // UI thread; empty, or null: nobody can be asked now
};

// How long things take (DOMAIN "Idle"); tests shorten them.
struct KioskTimes
{
    std::chrono::milliseconds idle{60'000}; // until the warning
    std::chrono::milliseconds elderIdle{120'000};
    std::chrono::milliseconds countdown{30'000}; // from the warning to the wipe
    std::chrono::milliseconds farewell{6'000};   // 已清除您的信息 stays
    std::chrono::milliseconds away{300'000};     // 我去找材料: the cover stays
    std::chrono::milliseconds kept{30'000};      // 改天再来 stays, to be read
    std::chrono::milliseconds cardWait{60'000};
    std::chrono::milliseconds scan{120'000};
    std::chrono::milliseconds print{60'000};
    std::chrono::milliseconds library{3'000}; // the licence library's answer is waited for so long
    std::chrono::milliseconds phone{3'000};   // the city's word on a telephone's code, likewise
    std::chrono::milliseconds hold{1'200}; // a finger that rests so long has its label read
};

} // namespace tongban::view
