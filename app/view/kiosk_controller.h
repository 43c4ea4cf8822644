// SPDX-License-Identifier: GPL-3.0-or-later
// The one object that QML gets. It holds the journey and the page controllers, and says nothing that the journey's
// state does not say. Pages read properties and call invokables; they never navigate, decide or reach a device.
// UI thread.
#pragma once

#include "app/view/capture_controller.h"
#include "app/view/city_word.h"
#include "app/view/comfort_controller.h"
#include "app/view/device_board.h"
#include "app/view/eligibility_controller.h"
#include "app/view/find_controller.h"
#include "app/view/form_controller.h"
#include "app/view/guide_controller.h"
#include "app/view/guide_lights.h"
#include "app/view/helper_controller.h"
#include "app/view/home_controller.h"
#include "app/view/idle_watch.h"
#include "app/view/journey.h"
#include "app/view/kiosk_ports.h"
#include "app/view/label_reader.h"
#include "app/view/leave_controller.h"
#include "app/view/materials_controller.h"
#include "app/view/page_header.h"
#include "app/view/page_images.h"
#include "app/view/page_review_controller.h"
#include "app/view/phone_controller.h"
#include "app/view/places_controller.h"
#include "app/view/progress_controller.h"
#include "app/view/rating_controller.h"
#include "app/view/receipt_controller.h"
#include "app/view/resume_controller.h"
#include "app/view/review_controller.h"
#include "app/view/signature_controller.h"
#include "app/view/speech_policy.h"
#include "app/view/trouble_controller.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <memory>
#include <optional>

namespace tongban::view {

class KioskController : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Kiosk)
    QML_UNCREATABLE("made by the program, given to the main window")

    // Attract Home FindByPictures FindByWords Guide Parts Situation Slip Identify Helping HelperCard Naming Resume
    // NotEligible Party Form PhoneCode Materials Capture PageReview Missing Signature MarkSheet Review Submitting Receipt Rating
    // Away Kept Farewell; of side rooms: ProgressIdentify ProgressList ProgressCase ProgressLetter; in place of Attract
    // while the store cannot be opened: OutOfService
    Q_PROPERTY(QString step READ step NOTIFY stepChanged)
    // something of this step is under way; show it, take no "next"
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    // 关爱 mode, for this session only
    Q_PROPERTY(bool elder READ elder WRITE setElder NOTIFY elderChanged)

    Q_PROPERTY(QString hallName READ hallName CONSTANT)
    Q_PROPERTY(QString hallPhone READ hallPhone CONSTANT)
    Q_PROPERTY(QString hallAddress READ hallAddress CONSTANT)
    Q_PROPERTY(QString hours READ hours CONSTANT)
    // how to reach the staff; stands above hallPhone, and callHelp() says both
    Q_PROPERTY(QString helpText READ helpText NOTIFY languageChanged)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged)
    Q_PROPERTY(bool online READ online NOTIFY onlineChanged)
    Q_PROPERTY(bool devicesOk READ devicesOk NOTIFY devicesChanged)
    Q_PROPERTY(QString deviceNote READ deviceNote NOTIFY devicesChanged) // empty when all is well

    Q_PROPERTY(QString technicianNote READ technicianNote NOTIFY changed) // at OutOfService; may be empty

    Q_PROPERTY(bool idleWarning READ idleWarning NOTIFY changed)
    Q_PROPERTY(int idleSecondsLeft READ idleSecondsLeft NOTIFY idleTicked)
    Q_PROPERTY(int idleTotal READ idleTotal CONSTANT) // seconds of the whole countdown

    Q_PROPERTY(QString holderName READ holderName NOTIFY changed) // masked; empty before a card was read
    Q_PROPERTY(QString holderId READ holderId NOTIFY changed)     // masked
    Q_PROPERTY(QString itemName READ itemName NOTIFY changed)

    Q_PROPERTY(int stepIndex READ stepIndex NOTIFY changed) // -1: no bar on this page; else 0…5
    Q_PROPERTY(QStringList stepNames READ stepNames NOTIFY languageChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString primaryText READ primaryText NOTIFY changed) // empty: the page has no primary action
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)

    Q_PROPERTY(tongban::view::ComfortController *comfort READ comfort CONSTANT)
    Q_PROPERTY(tongban::view::CityWord *cityWord READ cityWord CONSTANT)
    Q_PROPERTY(tongban::view::TroubleController *trouble READ trouble CONSTANT)
    Q_PROPERTY(tongban::view::HomeController *home READ home CONSTANT)
    Q_PROPERTY(tongban::view::FindController *find READ find CONSTANT)
    Q_PROPERTY(tongban::view::ProgressController *progress READ progress CONSTANT)
    Q_PROPERTY(tongban::view::GuideController *guide READ guide CONSTANT)
    Q_PROPERTY(tongban::view::HelperController *helper READ helper CONSTANT)
    Q_PROPERTY(tongban::view::ResumeController *resume READ resume CONSTANT)
    Q_PROPERTY(tongban::view::EligibilityController *eligibility READ eligibility CONSTANT)
    Q_PROPERTY(tongban::view::FormController *form READ form CONSTANT)
    Q_PROPERTY(tongban::view::PhoneController *phone READ phone CONSTANT)
    Q_PROPERTY(tongban::view::PlacesController *places READ places CONSTANT)
    Q_PROPERTY(tongban::view::MaterialsController *materials READ materials CONSTANT)
    Q_PROPERTY(tongban::view::LeaveController *leave READ leave CONSTANT)
    Q_PROPERTY(tongban::view::CaptureController *capture READ capture CONSTANT)
    Q_PROPERTY(tongban::view::PageReviewController *pageReview READ pageReview CONSTANT)
    Q_PROPERTY(tongban::view::SignatureController *signature READ signature CONSTANT)
    Q_PROPERTY(tongban::view::ReviewController *review READ review CONSTANT)
    Q_PROPERTY(tongban::view::ReceiptController *receipt READ receipt CONSTANT)
    Q_PROPERTY(tongban::view::RatingController *rating READ rating CONSTANT)

public:
    explicit KioskController(const KioskPorts &ports, const KioskTimes &times = {}, QObject *parent = nullptr);
    ~KioskController() override;

    // For main.cpp, once: the engine owns what it gets ("pages"); the window's input feeds the idle watch.
    [[nodiscard]] PageImageProvider *makeImageProvider() const;
    void watchInputOf(QObject *window);

    // What the world says by itself; called on the UI thread.
    void loadCatalogue(); // at start, and whenever a new one came; a new day is noticed here
    // The store cannot be opened: nobody can be served, and that is said; none: it is open.
    void setStoreTrouble(const std::optional<ErrorKind> &kind);
    // The terminal is not set up rightly and can do nothing: said to visitors, the cause in small print to who repairs it.
    void setMisconfigured(const QString &note);
    void setClosed(const QString &text); // no new applications, and why; who has begun may finish; empty: open again
    void deviceHealthChanged(domain::DeviceClass deviceClass, const domain::DeviceHealth &health);
    void setOnline(bool online);
    void statusArrived(const QUuid &caseId, domain::CaseStatus status, const QString &projectNumber);

    // --- what a person does ---
    Q_INVOKABLE void touched(); // anywhere, at Attract and Farewell
    Q_INVOKABLE void chooseItem(const QString &code);
    Q_INVOKABLE void printSlip(); // at Guide: the list of materials on paper
    Q_INVOKABLE void forward(); // the primary action
    Q_INVOKABLE void backward();
    Q_INVOKABLE void startOver(); // already confirmed by the person
    Q_INVOKABLE void tryAgain();
    Q_INVOKABLE void readLetter();  // 现在看, where an errand began
    Q_INVOKABLE void leaveLetter(); // 以后看
    Q_INVOKABLE void continueDraft();
    Q_INVOKABLE void abandonDraft();
    Q_INVOKABLE void wantReceipt();
    Q_INVOKABLE void keepPage();
    Q_INVOKABLE void retakePage();
    Q_INVOKABLE void movePageUp(int page); // at PageReview: before the one in front of it; from 0
    Q_INVOKABLE void paperCameOut(bool cameOut);
    Q_INVOKABLE void wantSpare(); // at Receipt, once the paper is out: 副本
    Q_INVOKABLE void rate(int level);
    Q_INVOKABLE void toggleReason(const QString &code);
    Q_INVOKABLE void stillHere();
    Q_INVOKABLE void repeatSpeech();
    Q_INVOKABLE void callHelp(); // says helpText and hallPhone, which the page shows

    [[nodiscard]] QString step() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] bool elder() const { return m_elder; }
    void setElder(bool elder);
    [[nodiscard]] QString hallName() const { return m_ports.site.hallName; }
    [[nodiscard]] QString hallPhone() const { return m_ports.site.phone; }
    [[nodiscard]] QString hallAddress() const { return m_ports.site.address; }
    [[nodiscard]] QString hours() const { return m_ports.site.hours; }
    [[nodiscard]] QString helpText() const;
    [[nodiscard]] QString clockText() const { return m_clockText; }
    [[nodiscard]] bool online() const { return m_online; }
    [[nodiscard]] bool devicesOk() const { return m_devices.allWell(); }
    [[nodiscard]] QString deviceNote() const { return m_devices.note(); }
    [[nodiscard]] QString technicianNote() const { return m_technicianNote; }
    [[nodiscard]] bool idleWarning() const { return m_journey.state().idleWarning; }
    [[nodiscard]] int idleSecondsLeft() const { return m_idle.secondsLeft(); }
    [[nodiscard]] int idleTotal() const { return m_idle.countdownSeconds(); }
    [[nodiscard]] QString holderName() const { return m_header.holderName; }
    [[nodiscard]] QString holderId() const { return m_header.holderId; }
    [[nodiscard]] QString itemName() const { return m_header.itemName; }
    [[nodiscard]] int stepIndex() const { return m_header.stepIndex; }
    [[nodiscard]] QStringList stepNames() const;
    [[nodiscard]] QString title() const { return m_header.title; }
    [[nodiscard]] QString subtitle() const { return m_header.subtitle; }
    [[nodiscard]] QString primaryText() const { return m_header.primaryText; }
    [[nodiscard]] bool canGoForward() const;
    [[nodiscard]] bool canGoBack() const { return m_header.canGoBack; }

    [[nodiscard]] ComfortController *comfort() { return &m_comfort; }
    [[nodiscard]] CityWord *cityWord() { return &m_cityWord; }
    [[nodiscard]] TroubleController *trouble() { return &m_trouble; }
    [[nodiscard]] HomeController *home() { return &m_home; }
    [[nodiscard]] FindController *find() { return &m_find; }
    [[nodiscard]] ProgressController *progress() { return &m_progress; }
    [[nodiscard]] GuideController *guide() { return &m_guide; }
    [[nodiscard]] HelperController *helper() { return &m_helper; }
    [[nodiscard]] ResumeController *resume() { return &m_resume; }
    [[nodiscard]] EligibilityController *eligibility() { return &m_eligibility; }
    [[nodiscard]] FormController *form() { return &m_form; }
    [[nodiscard]] PhoneController *phone() { return &m_phone; }
    [[nodiscard]] PlacesController *places() { return &m_places; }
    [[nodiscard]] MaterialsController *materials() { return &m_materials; }
    [[nodiscard]] LeaveController *leave() { return &m_leave; }
    [[nodiscard]] CaptureController *capture() { return &m_capture; }
    [[nodiscard]] PageReviewController *pageReview() { return &m_pageReview; }
    [[nodiscard]] SignatureController *signature() { return &m_signature; }
    [[nodiscard]] ReviewController *review() { return &m_review; }
    [[nodiscard]] ReceiptController *receipt() { return &m_receipt; }
    [[nodiscard]] RatingController *rating() { return &m_rating; }
    [[nodiscard]] const flow::ServiceState &state() const { return m_journey.state(); }
    [[nodiscard]] IdleWatch &idle() { return m_idle; }

Q_SIGNALS:
    void outboxFilled(); // there is something to tell the city; wiring wakes the sync
    void cameHome();     // somebody looks for an errand; wiring has the devices looked at that are not well
    void stepChanged();
    void changed();
    void elderChanged();
    void languageChanged(); // the engine that shows the window must look its words up again
    void clockChanged();
    void onlineChanged();
    void devicesChanged();
    void idleTicked();

private:
    void connectJourney();
    void connectEffects();
    void connectPages();
    void connectComfort();
    void languageSwitched();
    void limitIdle();
    void showState();
    void sayOutOfReach(); // where the device that is used now is not for who sits
    void showPages(const flow::ServiceState &shown);
    void speak();
    void enteredStep(flow::Step step);
    void wipe();
    void act(const flow::ServiceEvent &event); // of a person
    void sign();
    void forgetSealedSignature();
    void forgetStrokesOfOthers(const flow::ServiceState &state);
    void tellTime();
    void lookAtErrands();
    void makeFindEngine(const std::vector<domain::ServiceItem> &items);
    [[nodiscard]] bool isSession() const;
    [[nodiscard]] bool isFinding() const; // a page of FindController stands before the home page
    void connectRooms();
    void roomTurned();
    void leaveClosedHome();
    [[nodiscard]] bool isOutOfService() const;
    [[nodiscard]] SideRoom *openRoom() const; // null: the journey's page stands there
    void catalogueLoaded(const Result<ports::CatalogueSnapshot> &snapshot, const QHash<QString, int> &timesHere);

    KioskPorts m_ports;
    KioskTimes m_times;
    std::shared_ptr<PageImages> m_images;
    Journey m_journey;
    IdleWatch m_idle;
    LabelReader m_labels;
    SpeechPolicy m_speech;
    DeviceBoard m_devices;
    GuideLights m_lights;
    PageHeader m_header;
    QTimer m_clockTimer;
    QTimer m_farewellTimer;
    QString m_clockText;
    QDate m_catalogueDay; // China's, for which the catalogue was asked for last
    QString m_strokesOf;  // the draft whose signature the strokes are
    QString m_signer;     // and whose of it: a party's key, empty for the applicant
    flow::Step m_shownStep = flow::Step::Attract;
    QString m_shownPage;
    bool m_elder = false;
    bool m_online = false;
    std::optional<ErrorKind> m_storeTrouble;
    QString m_technicianNote;
    bool m_signing = false; // the person went on from the pad; the signature is being sealed

    ComfortController m_comfort;
    CityWord m_cityWord;
    TroubleController m_trouble;
    HomeController m_home;
    FindController m_find;
    ProgressController m_progress;
    const std::array<SideRoom *, 1> m_rooms{&m_progress};
    GuideController m_guide;
    HelperController m_helper;
    ResumeController m_resume;
    EligibilityController m_eligibility;
    PlacesController m_places;
    FormController m_form;
    PhoneController m_phone;
    MaterialsController m_materials;
    LeaveController m_leave;
    CaptureController m_capture;
    PageReviewController m_pageReview;
    SignatureController m_signature;
    ReviewController m_review;
    ReceiptController m_receipt;
    RatingController m_rating;
};

} // namespace tongban::view
