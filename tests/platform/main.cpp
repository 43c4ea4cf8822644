// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-platform: the reference city platform. Says {"ready":true,"port":…,"controlPort":…} on stdout when it listens;
// SIGTERM or SIGINT ends it.
#include "tests/platform/base/log.h"
#include "tests/platform/control/control_server.h"
#include "tests/platform/handlers/perform.h"
#include "tests/platform/http/https_server.h"
#include "tests/platform/options.h"

#include <csignal>
#include <cstdio>
#include <filesystem>

namespace {

using namespace tongban::tests::platform;

constexpr int usageError = 64; // sysexits.h
constexpr int dataError = 65;
constexpr int unavailable = 69;

int fail(int code, const std::string &what)
{
    std::fprintf(stderr, "tongban-platform: %s\n", what.c_str());
    return code;
}

// What is wrong with the catalogue directory, before anybody depends on it.
bool hasCatalogue(handlers::City &city)
{
    store::Transaction transaction(city.database);
    const bool good = !city.catalogue().is_null();
    transaction.commit();
    return good;
}

int run(const Options &options, const contract::Contract &contract, const sigset_t &endings)
{
    handlers::City city(options.city);
    if (!hasCatalogue(city))
        return fail(dataError, "the catalogue cannot be read");
    faults::FaultPlan faults;
    http::Counters counters;
    http::Dispatcher dispatcher(contract, city, faults, counters);
    http::HttpsServer server(dispatcher);
    control::ControlServer control(city, faults, counters);

    const auto port = server.listen(options.port, options.tls);
    if (!port)
        return fail(unavailable, port.error());
    const auto controlPort = control.listen(options.controlPort);
    if (controlPort) {
        std::printf("{\"ready\":true,\"port\":%d,\"controlPort\":%d}\n", *port, *controlPort);
        std::fflush(stdout);
        int signal = 0;
        sigwait(&endings, &signal);
        faults.stopWaiting();
        control.stop();
    }
    server.stop();
    return controlPort ? 0 : fail(unavailable, controlPort.error());
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = parseOptions(argc, argv);
    if (!options)
        return fail(usageError, options.error());
    const auto contract = contract::Contract::load(options->openApiFile);
    if (!contract)
        return fail(dataError, contract.error());
    std::string missing;
    if (!handlers::allHandled(*contract, missing))
        return fail(dataError, options->openApiFile + ": nobody handles " + missing);
    std::error_code error;
    std::filesystem::create_directories(options->city.directory, error);
    if (error)
        return fail(unavailable, options->city.directory + ": " + error.message());

    sigset_t endings; // blocked in every thread: only the wait above takes them
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);
    return run(*options, *contract, endings);
}
