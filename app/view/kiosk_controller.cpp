// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/kiosk_controller.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "app/core/domain/work_calendar.h"
#include "app/view/keyboard/keyboard.h"
#include "app/view/lane_work.h"

namespace tongban::view {

KioskController::KioskController(const KioskPorts &ports, const KioskTimes &times, QObject *parent)
    : QObject(parent), m_ports(ports), m_times(times), m_images(std::make_shared<PageImages>()),
      m_journey(ports, times, m_images), m_idle(*ports.clock, times.countdown), m_labels(times.hold),
      m_speech(ports.speaker), m_lights(ports), m_find([this](const QString &code) { return m_home.rowOf(code); }),
      m_progress(ports, times), m_places(ports.regions, ports.site.siteCode), m_form(m_places), m_phone(*ports.clock),
      m_leave(*ports.clock, times.away), m_review(m_places)
{
    m_home.setAuthorMode(ports.authorMode);
    m_idle.setLimit(times.idle);
    m_devices.setCanWrite(canWriteChinese());
    m_devices.setKnowsPlaces(!m_places.isEmpty());
    m_devices.setLine(m_ports.authorMode); // up when the city says so; an author has none and is shown everything
    connectJourney();
    connectEffects();
    connectPages();
    connectRooms();
    connectComfort();
    m_farewellTimer.setSingleShot(true);
    connect(&m_farewellTimer, &QTimer::timeout, this, [this] { m_journey.feed(flow::FarewellOver{}); });
    m_clockTimer.start(std::chrono::seconds(2));
    connect(&m_clockTimer, &QTimer::timeout, this, &KioskController::tellTime);
    tellTime();
    showState();
}

KioskController::~KioskController() = default;

void KioskController::connectJourney()
{
    connect(&m_journey, &Journey::wiped, this, &KioskController::wipe);
    connect(&m_journey, &Journey::changed, this, &KioskController::showState);
    connect(&m_idle, &IdleWatch::warned, this, [this] {
        if (m_journey.state().step == flow::Step::Attract)
            m_comfort.reset(); // chosen, and left
        m_journey.feed(flow::IdleWarned{});
    });
    connect(&m_idle, &IdleWatch::expired, this, [this] { m_journey.feed(flow::IdleExpired{}); });
    connect(&m_idle, &IdleWatch::ticked, this, &KioskController::idleTicked);
}

void KioskController::connectEffects()
{
    EffectRunner &effects = m_journey.effects();
    connect(&effects, &EffectRunner::catalogueLoaded, this, &KioskController::catalogueLoaded);
    connect(&effects, &EffectRunner::scanProgressed, &m_capture, &CaptureController::setProgress);
    connect(&effects, &EffectRunner::sealingChanged, this, &KioskController::showState);
    connect(&effects, &EffectRunner::outboxFilled, this, &KioskController::outboxFilled);
}

void KioskController::connectPages()
{
    connect(&m_find, &FindController::pageChanged, this, &KioskController::showState);
    connect(&m_find, &FindController::touched, &m_idle, &IdleWatch::restart);
    connect(&m_form, &FormController::answerGiven, this, [this](const QString &key, const QString &value) {
        act(flow::AnswerGiven{key, Secret(value)});
    });
    connect(&m_phone, &PhoneController::asked, this, &KioskController::act);
    connect(&m_phone, &PhoneController::over, this, [this] { m_journey.feed(flow::PhoneWaitOver{}); });
    connect(&m_materials, &MaterialsController::scanAsked, this,
            [this](const QString &key) { act(flow::ScanAsked{key}); });
    connect(&m_materials, &MaterialsController::missing, this,
            [this](const QString &key) { act(flow::MaterialMissing{key}); });
    connect(&m_materials, &MaterialsController::libraryAgreed, this, [this] { act(flow::LibraryAgreed{}); });
    connect(&m_helper, &HelperController::asked, this, &KioskController::act);
    connect(&m_leave, &LeaveController::asked, this, &KioskController::act);
    connect(&m_leave, &LeaveController::over, this, [this] { m_journey.feed(flow::AwayOver{}); });
    connect(&m_signature, &SignatureController::changed, this, &KioskController::forgetSealedSignature);
    connect(&m_signature, &SignatureController::changed, this, &KioskController::changed);
}

void KioskController::connectComfort()
{
    connect(&m_labels, &LabelReader::found, this, [this](const QString &label) { m_speech.say({label}); });
    connect(&m_comfort, &ComfortController::mannerChanged, this, [this] { m_speech.setManner(m_comfort.manner()); });
    connect(&m_comfort, &ComfortController::languageChanged, this, &KioskController::languageSwitched);
    connect(&m_comfort, &ComfortController::lowChanged, this, &KioskController::showState);
    connect(&m_comfort, &ComfortController::changed, this, &KioskController::limitIdle);
    connect(&m_comfort, &ComfortController::changed, &m_idle, &IdleWatch::restart);
}

void KioskController::languageSwitched()
{
    m_home.setLanguage(m_comfort.itemLanguage());
    m_find.setLanguage(m_comfort.itemLanguage());
    for (SideRoom *room : m_rooms)
        room->setLanguage(m_comfort.itemLanguage());
    showState();
    Q_EMIT languageChanged();
    Q_EMIT devicesChanged();
}

// Whoever sits, as whoever is old, needs more time; what was chosen on the first page and left is taken back there.
void KioskController::limitIdle()
{
    m_idle.setLimit(m_elder || m_comfort.low() ? m_times.elderIdle : m_times.idle);
    m_idle.setRunning(isSession() || m_comfort.isChanged());
}

PageImageProvider *KioskController::makeImageProvider() const
{
    return new PageImageProvider(m_images);
}

void KioskController::watchInputOf(QObject *window)
{
    window->installEventFilter(&m_idle);
    window->installEventFilter(&m_labels);
}

void KioskController::loadCatalogue()
{
    m_catalogueDay = domain::chinaDate(m_ports.clock->nowUtc());
    m_journey.effects().loadCatalogue();
}

void KioskController::deviceHealthChanged(domain::DeviceClass deviceClass, const domain::DeviceHealth &health)
{
    if (!m_devices.report(deviceClass, health))
        return;
    lookAtErrands();
    Q_EMIT devicesChanged();
}

void KioskController::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    m_devices.setLine(online || m_ports.authorMode);
    lookAtErrands();
    if (m_journey.state().step >= flow::Step::Form && m_journey.state().step <= flow::Step::Materials)
        showState(); // a code can be sent, the licence library be asked, or not any more
    Q_EMIT onlineChanged();
}

void KioskController::statusArrived(const QUuid &caseId, domain::CaseStatus status, const QString &projectNumber)
{
    m_journey.feed(flow::StatusArrived{caseId, status, projectNumber});
    m_progress.newsArrived();
}

void KioskController::setElder(bool elder)
{
    if (elder == m_elder)
        return;
    m_elder = elder;
    limitIdle();
    Q_EMIT elderChanged();
}

void KioskController::tellTime()
{
    const QDateTime nowUtc = m_ports.clock->nowUtc();
    m_cityWord.look(nowUtc);
    if (m_catalogueDay.isValid() && domain::chinaDate(nowUtc) != m_catalogueDay)
        loadCatalogue(); // items come into force and end by the day
    const QString now = nowUtc.toLocalTime().toString(QStringLiteral("HH:mm"));
    if (now == m_clockText)
        return;
    m_clockText = now;
    Q_EMIT clockChanged();
}

QString KioskController::step() const
{
    if (isOutOfService())
        return QStringLiteral("OutOfService");
    if (const SideRoom *room = openRoom())
        return room->step();
    if (isFinding())
        return m_find.page() == FindController::Page::Words ? QStringLiteral("FindByWords")
                                                            : QStringLiteral("FindByPictures");
    return nameOf(m_journey.state().step);
}

bool KioskController::busy() const
{
    const SideRoom *room = openRoom();
    return m_journey.state().busy || m_signing || (room && room->busy());
}

QStringList KioskController::stepNames() const
{
    return stepBarNames();
}

QString KioskController::helpText() const
{
    return tr("请到旁边的服务窗口说一声，或打这个电话：");
}

bool KioskController::canGoForward() const
{
    return m_header.canGoForward && !busy();
}

void KioskController::enteredStep(flow::Step step)
{
    if (step == flow::Step::Attract) {
        setElder(false);
        m_comfort.reset();
    }
    if (step == flow::Step::Home)
        Q_EMIT cameHome();
    if (step == flow::Step::Farewell || step == flow::Step::Kept)
        m_farewellTimer.start(step == flow::Step::Kept ? m_times.kept : m_times.farewell);
    else
        m_farewellTimer.stop();
}

// A draft that was left through the guide ends without a wipe, and the next card may be another person's; and whoever
// signs next has strokes of their own.
void KioskController::forgetStrokesOfOthers(const flow::ServiceState &state)
{
    const QString owner = state.draft ? state.draft->id.toString(QUuid::WithoutBraces) : QString();
    const bool isSigning = state.step == flow::Step::Signature;
    const bool sameSigner = !isSigning || state.party == m_signer || m_strokesOf != owner;
    if (owner == m_strokesOf && sameSigner)
        return;
    m_strokesOf = owner;
    m_signer = state.party;
    m_signature.clear();
}

void KioskController::wipe()
{
    m_signing = false;
    {
        const QSignalBlocker quiet(&m_find); // the journey says itself that the page is another
        m_find.close();
    }
    for (SideRoom *room : m_rooms)
        room->leave();
    m_signature.clear();
    m_speech.forget();
    m_lights.forget();
}

} // namespace tongban::view
