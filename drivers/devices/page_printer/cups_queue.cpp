// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/page_printer/cups_queue.h"

#include <array>

namespace tongban::drivers::devices {
namespace {

template <size_t N> void request(ipp_t *ipp, const std::array<const char *, N> &names)
{
    ippAddStrings(ipp, IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "requested-attributes", int(N), nullptr,
                  names.data());
}

constexpr std::array printerAttributes{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
                                       "device-uri"};
constexpr std::array jobAttributes{"job-id", "job-name", "job-state", "job-impressions-completed",
                                   "job-media-sheets-completed"};

int integerOf(ipp_t *answer, const char *name, ipp_tag_t tag, int otherwise)
{
    ipp_attribute_t *attribute = ippFindAttribute(answer, name, tag);
    return attribute ? ippGetInteger(attribute, 0) : otherwise;
}

QByteArray textOf(ipp_attribute_t *attribute)
{
    const char *text = attribute ? ippGetString(attribute, 0, nullptr) : nullptr;
    return QByteArray(text);
}

PrinterFacts printerFactsOf(ipp_t *answer)
{
    PrinterFacts facts;
    facts.state = ipp_pstate_t(integerOf(answer, "printer-state", IPP_TAG_ENUM, IPP_PSTATE_STOPPED));
    ipp_attribute_t *reasons = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
    for (int i = 0; reasons && i < ippGetCount(reasons); ++i)
        facts.reasons.append(QString::fromUtf8(ippGetString(reasons, i, nullptr)));
    ipp_attribute_t *accepts = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    facts.accepts = !accepts || ippGetBoolean(accepts, 0);
    facts.deviceUri = textOf(ippFindAttribute(answer, "device-uri", IPP_TAG_URI));
    return facts;
}

// RFC 8011 §4.1.6: answers below 0x0100 are successes.
Result<Ipp> successful(Result<Ipp> answer, const QString &where)
{
    if (!answer)
        return fail(answer.error().within(where));
    const ipp_status_t status = ippGetStatusCode(answer->get());
    if (status < IPP_STATUS_REDIRECTION_OTHER_SITE)
        return answer;
    const bool isUnknown = status == IPP_STATUS_ERROR_NOT_FOUND;
    const bool isForbidden = status == IPP_STATUS_ERROR_FORBIDDEN || status == IPP_STATUS_ERROR_NOT_AUTHENTICATED ||
                             status == IPP_STATUS_ERROR_NOT_AUTHORIZED;
    return fail(isUnknown     ? ErrorKind::DeviceAbsent
                : isForbidden ? ErrorKind::Misconfigured
                              : ErrorKind::DeviceFault,
                where, QString::fromLatin1(ippErrorString(status)));
}

QString where(const char *operation)
{
    return QStringLiteral("cups.") + QLatin1String(operation);
}

Ipp jobRequest(ipp_op_t operation, const IppEndpoint &endpoint, int job)
{
    Ipp ipp = newIppRequest(operation, endpoint);
    ippAddInteger(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    return ipp;
}

Ipp jobsRequest(const IppEndpoint &endpoint, bool finished)
{
    Ipp ipp = newIppRequest(IPP_OP_GET_JOBS, endpoint);
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "which-jobs", nullptr,
                 finished ? "completed" : "not-completed");
    ippAddBoolean(ipp.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    request(ipp.get(), jobAttributes);
    return ipp;
}

struct NamedJob
{
    QByteArray name;
    JobFacts facts;
};

// RFC 8011 §4.2.6: one group of attributes a job.
std::vector<NamedJob> jobsOf(ipp_t *answer)
{
    std::vector<NamedJob> jobs;
    bool isInside = false;
    for (ipp_attribute_t *at = ippFirstAttribute(answer); at; at = ippNextAttribute(answer)) {
        const char *name = ippGetName(at);
        if (ippGetGroupTag(at) != IPP_TAG_JOB || !name) {
            isInside = false;
            continue;
        }
        if (!isInside)
            jobs.emplace_back();
        isInside = true;
        NamedJob &job = jobs.back();
        const QByteArray key(name);
        if (key == "job-id")
            job.facts.id = ippGetInteger(at, 0);
        if (key == "job-name")
            job.name = textOf(at);
        if (key == "job-state")
            job.facts.state = ipp_jstate_t(ippGetInteger(at, 0));
        if (key == "job-impressions-completed")
            job.facts.impressions = ippGetInteger(at, 0);
        if (key == "job-media-sheets-completed")
            job.facts.sheets = ippGetInteger(at, 0);
    }
    return jobs;
}

} // namespace

CupsQueue::CupsQueue(const CupsOptions &options)
    : m_options(options), m_endpoint{.host = options.host,
                                     .port = options.port,
                                     .resource = "/printers/" + options.queue,
                                     .uri = "ipp://localhost/printers/" + options.queue}
{}

Result<Ipp> CupsQueue::ask(Ipp request, const QByteArray &document, Deadline deadline, const std::stop_token &stop,
                           bool *isDelivered) const
{
    const QString operation = QString::fromLatin1(ippOpString(ippGetOperation(request.get())));
    return successful(
        askIpp(m_endpoint, std::move(request), document, deadline.capped(m_options.requestTimeout), stop, isDelivered),
        QStringLiteral("cups.") + operation);
}

Result<PrinterFacts> CupsQueue::facts(Deadline deadline, const std::stop_token &stop)
{
    Ipp ipp = newIppRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, m_endpoint);
    request(ipp.get(), printerAttributes);
    const auto answer = ask(std::move(ipp), {}, deadline, stop);
    if (!answer)
        return fail(answer.error());
    return printerFactsOf(answer->get());
}

Result<int> CupsQueue::createJob(const NewJob &job, Deadline deadline, const std::stop_token &stop)
{
    Ipp ipp = newIppRequest(IPP_OP_CREATE_JOB, m_endpoint);
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, job.title.constData());
    ippAddString(ipp.get(), IPP_TAG_JOB, IPP_CONST_TAG(IPP_TAG_KEYWORD), "sides", nullptr,
                 job.duplex ? "two-sided-long-edge" : "one-sided");
    ippAddString(ipp.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, m_options.media.constData());
    ippAddInteger(ipp.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "job-cancel-after", job.cancelAfterSeconds);
    const auto answer = ask(std::move(ipp), {}, deadline, stop);
    if (!answer)
        return fail(answer.error());
    const int id = integerOf(answer->get(), "job-id", IPP_TAG_INTEGER, 0);
    if (id <= 0)
        return fail(ErrorKind::ProtocolViolation, where("Create-Job"), QStringLiteral("a job without an id"));
    return id;
}

Result<void> CupsQueue::sendPdf(int job, const QByteArray &pdf, Deadline deadline, const std::stop_token &stop,
                                bool &isDelivered)
{
    Ipp ipp = jobRequest(IPP_OP_SEND_DOCUMENT, m_endpoint, job);
    ippAddString(ipp.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
    ippAddBoolean(ipp.get(), IPP_TAG_OPERATION, "last-document", 1);
    const auto answer = ask(std::move(ipp), pdf, deadline, stop, &isDelivered);
    return answer ? Result<void>() : Result<void>(fail(answer.error()));
}

Result<JobFacts> CupsQueue::job(int job, Deadline deadline, const std::stop_token &stop)
{
    Ipp ipp = jobRequest(IPP_OP_GET_JOB_ATTRIBUTES, m_endpoint, job);
    request(ipp.get(), jobAttributes);
    const auto answer = ask(std::move(ipp), {}, deadline, stop);
    if (!answer)
        return fail(answer.error());
    const auto jobs = jobsOf(answer->get());
    if (jobs.empty())
        return fail(ErrorKind::ProtocolViolation, where("Get-Job-Attributes"), QStringLiteral("an empty answer"));
    return jobs.front().facts;
}

Result<void> CupsQueue::cancel(int job, Deadline deadline, const std::stop_token &stop)
{
    const auto answer = ask(jobRequest(IPP_OP_CANCEL_JOB, m_endpoint, job), {}, deadline, stop);
    return answer ? Result<void>() : Result<void>(fail(answer.error()));
}

Result<void> CupsQueue::purge(int job, Deadline deadline, const std::stop_token &stop)
{
    Ipp ipp = jobRequest(IPP_OP_CANCEL_JOB, m_endpoint, job);
    ippAddBoolean(ipp.get(), IPP_TAG_OPERATION, "purge-job", 1);
    const auto answer = ask(std::move(ipp), {}, deadline, stop);
    return answer ? Result<void>() : Result<void>(fail(answer.error()));
}

Result<std::vector<int>> CupsQueue::jobs(bool finished, Deadline deadline, const std::stop_token &stop)
{
    const auto answer = ask(jobsRequest(m_endpoint, finished), {}, deadline, stop);
    if (!answer)
        return fail(answer.error());
    std::vector<int> ids;
    for (const NamedJob &job : jobsOf(answer->get()))
        ids.push_back(job.facts.id);
    return ids;
}

std::optional<IppEndpoint> printerBehind(const QByteArray &deviceUri)
{
    char scheme[32];
    char login[256];
    char host[256];
    char resource[1024];
    int port = 0;
    const auto status = httpSeparateURI(HTTP_URI_CODING_ALL, deviceUri.constData(), scheme, sizeof scheme, login,
                                        sizeof login, host, sizeof host, &port, resource, sizeof resource);
    const QByteArray kind(scheme);
    if (status < HTTP_URI_STATUS_OK || (kind != "ipp" && kind != "http") || !isAddress(host))
        return std::nullopt;
    const QByteArray path = QByteArray(resource).split('?').constFirst();
    return IppEndpoint{.host = host, .port = port, .resource = path, .uri = deviceUri.split('?').constFirst()};
}

Result<PrinterFacts> printerFacts(const IppEndpoint &printer, Deadline deadline, const std::stop_token &stop)
{
    Ipp ipp = newIppRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, printer);
    request(ipp.get(), printerAttributes);
    const auto answer = successful(askIpp(printer, std::move(ipp), {}, deadline, stop), QStringLiteral("printer"));
    if (!answer)
        return fail(answer.error());
    return printerFactsOf(answer->get());
}

Result<JobFacts> printerJob(const IppEndpoint &printer, const QByteArray &title, Deadline deadline,
                            const std::stop_token &stop)
{
    for (const bool finished : {false, true}) {
        const auto answer =
            successful(askIpp(printer, jobsRequest(printer, finished), {}, deadline, stop), QStringLiteral("printer"));
        if (!answer)
            return fail(answer.error());
        for (const NamedJob &job : jobsOf(answer->get())) {
            if (job.name == title)
                return job.facts;
        }
    }
    return fail(ErrorKind::NotFound, QStringLiteral("printer.Get-Jobs"));
}

Result<void> cancelPrinterJob(const IppEndpoint &printer, int job, Deadline deadline, const std::stop_token &stop)
{
    const auto answer = successful(askIpp(printer, jobRequest(IPP_OP_CANCEL_JOB, printer, job), {}, deadline, stop),
                                   QStringLiteral("printer"));
    return answer ? Result<void>() : Result<void>(fail(answer.error()));
}

} // namespace tongban::drivers::devices
