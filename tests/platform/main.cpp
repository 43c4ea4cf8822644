// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-platform: the reference city platform. Says {"ready":true,"port":…,"controlPort":…,"enrolPort":…} on stdout
// when it listens; SIGTERM or SIGINT ends it.
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

// The city's doors, opened one after the other and shut together.
class Doors
{
public:
    Doors(const contract::Contract &contract, handlers::City &city)
        : m_terminals(http::Door::Terminals, contract, city, m_faults, m_counters),
          m_enrolment(http::Door::Enrolment, contract, city, m_faults, m_counters),
          m_control(city, m_faults, m_counters, contract)
    {}

    // {"ready":true,"port":…,"controlPort":…,"enrolPort":…}, or what is wrong.
    tl::expected<Json, std::string> open(const Options &options)
    {
        Json ready = {{"ready", true}};
        if (auto port = m_server.listen(options.port, options.tls); port)
            ready["port"] = *port;
        else
            return tl::unexpected<std::string>(port.error());
        if (options.city.desk) {
            http::TlsFiles tls = options.tls;
            tls.clientCa.clear();
            if (auto port = m_enrolServer.listen(options.enrolPort, tls); port)
                ready["enrolPort"] = *port;
            else
                return tl::unexpected<std::string>(port.error());
        }
        if (auto port = m_control.listen(options.controlPort); port)
            ready["controlPort"] = *port;
        else
            return tl::unexpected<std::string>(port.error());
        return ready;
    }

    void shut()
    {
        m_faults.stopWaiting();
        m_control.stop();
        m_enrolServer.stop();
        m_server.stop();
    }

private:
    faults::FaultPlan m_faults;
    http::Counters m_counters;
    http::Dispatcher m_terminals;
    http::Dispatcher m_enrolment;
    http::HttpsServer m_server{m_terminals, m_counters};
    http::HttpsServer m_enrolServer{m_enrolment, m_counters};
    control::ControlServer m_control;
};

int run(const Options &options, const contract::Contract &contract, const sigset_t &endings)
{
    handlers::City city(options.city);
    if (!hasCatalogue(city))
        return fail(dataError, "the catalogue cannot be read");
    Doors doors(contract, city);
    const auto ready = doors.open(options);
    if (ready) {
        std::printf("%s\n", ready->dump().c_str());
        std::fflush(stdout);
        int signal = 0;
        sigwait(&endings, &signal);
    }
    doors.shut();
    return ready ? 0 : fail(unavailable, ready.error());
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
