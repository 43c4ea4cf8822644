// SPDX-License-Identifier: GPL-3.0-or-later
// A SANE backend "stack" of the tests' own, loaded by the real SANE from LD_LIBRARY_PATH: a feeder scanner of both
// sides with a stack of sheets and one misfortune. The device's name says which:
//
//   stack:5            five sheets
//   stack:5-jam@3      the third page jams in the middle; also cover, gone (I/O error), crash, hang (in read, and in
//                      cancel), stuck (I/O error, then hangs in cancel)
//   stack:busy, stack:denied: it cannot be opened
//
// A file "unplugged" in SANE_CONFIG_DIR: there is no such device any more.
//
// Page n (front 1, back 2 … when both sides are scanned) is white text-like lines with n black bars below them, so that
// the pages' order can be seen.
#include <sane/sane.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace {

constexpr int width = 800;
constexpr int height = 1000;

struct Stack
{
    int pages = 0;
    std::string misfortune;
    int misfortuneAt = 0;
    int page = 0; // under way
    int line = 0;
    std::array<char, 32> source{"Flatbed"};
};

Stack stack;

const std::array<SANE_String_Const, 5> sources{"Flatbed", "ADF Front", "ADF Back", "ADF Duplex", nullptr};
SANE_Option_Descriptor countOption{};
SANE_Option_Descriptor sourceOption{};

[[noreturn]] void hang()
{
    while (true)
        ::pause();
}

bool is(const char *misfortune)
{
    return stack.misfortune == misfortune && stack.page == stack.misfortuneAt;
}

int sides()
{
    return std::string(stack.source.data()) == "ADF Duplex" ? 2 : 1;
}

void drawLine(SANE_Byte *out)
{
    std::fill_n(out, width, SANE_Byte(255));
    if (stack.line < height / 2) { // lines of characters, more or less
        for (int x = 40; x < width - 40; ++x)
            out[x] = stack.line / 12 % 2 == 0 && x / 6 % 2 == 0 ? 0 : 255;
        return;
    }
    for (int bar = 0; bar < stack.page; ++bar)
        std::fill_n(out + 40 + bar * 40, 20, SANE_Byte(0));
}

} // namespace

extern "C" {

SANE_Status sane_stack_init(SANE_Int *version, SANE_Auth_Callback)
{
    if (version)
        *version = SANE_VERSION_CODE(1, 0, 1);
    countOption = {
        "",       "", "", SANE_TYPE_INT, SANE_UNIT_NONE, sizeof(SANE_Int), SANE_CAP_SOFT_DETECT, SANE_CONSTRAINT_NONE,
        {nullptr}};
    sourceOption = {"source",
                    "Source",
                    "",
                    SANE_TYPE_STRING,
                    SANE_UNIT_NONE,
                    static_cast<SANE_Int>(stack.source.size()),
                    SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT,
                    SANE_CONSTRAINT_STRING_LIST,
                    {nullptr}};
    sourceOption.constraint.string_list = sources.data();
    return SANE_STATUS_GOOD;
}

void sane_stack_exit() {}

SANE_Status sane_stack_get_devices(const SANE_Device ***list, SANE_Bool)
{
    static const SANE_Device *none = nullptr;
    *list = &none;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_stack_open(SANE_String_Const name, SANE_Handle *handle)
{
    const std::string text = name;
    if (text == "busy")
        return SANE_STATUS_DEVICE_BUSY;
    if (text == "denied")
        return SANE_STATUS_ACCESS_DENIED;
    if (::access((std::string(std::getenv("SANE_CONFIG_DIR")) + "/unplugged").c_str(), F_OK) == 0)
        return SANE_STATUS_INVAL;
    stack = {};
    stack.pages = std::atoi(text.c_str());
    const auto dash = text.find('-');
    if (dash != std::string::npos) {
        const auto at = text.find('@');
        stack.misfortune = text.substr(dash + 1, at - dash - 1);
        stack.misfortuneAt = std::atoi(text.c_str() + at + 1);
    }
    *handle = &stack;
    return SANE_STATUS_GOOD;
}

void sane_stack_close(SANE_Handle) {}

const SANE_Option_Descriptor *sane_stack_get_option_descriptor(SANE_Handle, SANE_Int option)
{
    if (option == 0)
        return &countOption;
    return option == 1 ? &sourceOption : nullptr;
}

SANE_Status sane_stack_control_option(SANE_Handle, SANE_Int option, SANE_Action action, void *value, SANE_Int *)
{
    if (option == 0 && action == SANE_ACTION_GET_VALUE) {
        const SANE_Int count = 2;
        std::memcpy(value, &count, sizeof count);
        return SANE_STATUS_GOOD;
    }
    if (option != 1 || action != SANE_ACTION_SET_VALUE)
        return SANE_STATUS_UNSUPPORTED;
    const auto known = std::find_if(sources.begin(), sources.end() - 1, [&](SANE_String_Const source) {
        return std::strcmp(source, static_cast<const char *>(value)) == 0;
    });
    if (*known == nullptr)
        return SANE_STATUS_INVAL;
    std::strncpy(stack.source.data(), *known, stack.source.size() - 1);
    return SANE_STATUS_GOOD;
}

SANE_Status sane_stack_get_parameters(SANE_Handle, SANE_Parameters *parameters)
{
    *parameters = {SANE_FRAME_GRAY, SANE_TRUE, width, width, height, 8};
    return SANE_STATUS_GOOD;
}

SANE_Status sane_stack_start(SANE_Handle)
{
    if (stack.page == stack.pages * sides())
        return SANE_STATUS_NO_DOCS;
    ++stack.page;
    stack.line = 0;
    return is("cover") ? SANE_STATUS_COVER_OPEN : SANE_STATUS_GOOD;
}

SANE_Status sane_stack_read(SANE_Handle, SANE_Byte *data, SANE_Int, SANE_Int *length)
{
    *length = 0;
    if (stack.line == height)
        return SANE_STATUS_EOF;
    if (stack.line == height / 3) {
        if (is("jam"))
            return SANE_STATUS_JAMMED;
        if (is("gone") || is("stuck"))
            return SANE_STATUS_IO_ERROR;
        if (is("crash")) {
            std::signal(SIGSEGV, SIG_DFL); // a sanitizer's handler would turn the death into an exit
            std::raise(SIGSEGV);
        }
        if (is("hang"))
            hang();
    }
    drawLine(data);
    *length = width;
    ++stack.line;
    return SANE_STATUS_GOOD;
}

void sane_stack_cancel(SANE_Handle)
{
    if (is("hang") || is("stuck"))
        hang();
}

SANE_Status sane_stack_set_io_mode(SANE_Handle, SANE_Bool)
{
    return SANE_STATUS_UNSUPPORTED;
}

SANE_Status sane_stack_get_select_fd(SANE_Handle, SANE_Int *)
{
    return SANE_STATUS_UNSUPPORTED;
}

} // extern "C"
