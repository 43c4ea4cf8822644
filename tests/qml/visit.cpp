// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/visit.h"

#include "app/core/base/log.h"

#include <QTest>

namespace tongban::qmltest {

using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 10'000, mostSteps = 60;

QList<QQuickItem *> shownBelow(QQuickItem *item)
{
    if (!item->isVisible() || item->opacity() < 0.05)
        return {};
    QList<QQuickItem *> items{item};
    const auto children = item->childItems();
    for (QQuickItem *child : children)
        items += shownBelow(child);
    return items;
}

} // namespace

Visit::Visit() : rig(view::KioskTimes{.farewell = 10ms, .kept = 10ms})
{
    setLogSink([](const QByteArray &) {});
    rig.storeDoor = [this]() -> Result<view::StorePorts> {
        if (!m_store) {
            auto opened = world.open();
            if (!opened)
                return fail(opened.error());
            m_store = std::move(*opened);
        }
        return view::StorePorts{&m_store->cases(), &m_store->vault(), &m_store->printJournal(), &rig.store,
                                &m_store->ledger(), &m_store->audit()};
    };
}

Visit::~Visit()
{
    m_engine.reset();
    rig.reader.gate.open();
    rig.scanner.gate.open();
    rig.end();
    rig.onStoreLane([this] { m_store.reset(); });
}

bool Visit::open()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->addImageProvider(QStringLiteral("pages"), kiosk().makeImageProvider());
    m_engine->setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk())},
                                    {QStringLiteral("width"), 1080},
                                    {QStringLiteral("height"), 1920},
                                    {QStringLiteral("visible"), true}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Shell/Main.qml")));
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0));
    if (m_window == nullptr || !QTest::qWaitForWindowExposed(m_window))
        return false;
    kiosk().watchInputOf(m_window);
    QObject::connect(&kiosk(), &view::KioskController::languageChanged, m_engine.get(), &QQmlEngine::retranslate);
    kiosk().setOnline(true);
    kiosk().loadCatalogue();
    return QTest::qWaitFor([this] { return kiosk().home()->catalogueReady(); }, patienceMs);
}

void Visit::settle() // a person touches what was painted
{
    for (int turn = 0; turn < 2; ++turn) {
        bool painted = false;
        const auto connection =
            QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [&] { painted = true; });
        m_window->update();
        (void)QTest::qWaitFor([&] { return painted; }, patienceMs);
        QObject::disconnect(connection);
    }
}

QQuickItem *Visit::pressable(const QString &name) const
{
    const auto items = shownBelow(m_window->contentItem());
    for (auto item = items.crbegin(); item != items.crend(); ++item) // the topmost first
        if ((*item)->isEnabled() && (*item)->property("name").toString() == name &&
            (*item)->metaObject()->indexOfSignal("clicked()") >= 0)
            return *item;
    return nullptr;
}

bool Visit::tap(const QString &name)
{
    settle();
    QQuickItem *target = nullptr;
    if (!QTest::qWaitFor([&] { return (target = pressable(name)) != nullptr; }, patienceMs))
        return false;
    rig.clock.advance(1s); // two touches of one button within the same moment are a double tap
    const QPointF place = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
    highest = std::min(highest, place.y());
    QTest::mouseClick(m_window, Qt::LeftButton, {}, place.toPoint());
    return true;
}

bool Visit::at(const QString &step)
{
    return rig.reach(step);
}

bool Visit::goOn()
{
    (void)QTest::qWaitFor([this] { return !kiosk().busy(); }, patienceMs);
    const QString action = kiosk().trouble()->active() ? kiosk().trouble()->actionText() : QString();
    return tap(action.isEmpty() ? kiosk().primaryText() : action);
}

bool Visit::goBack()
{
    return tap(QStringLiteral("上一步"));
}

bool Visit::cancel()
{
    if (!tap(QStringLiteral("重新开始")))
        return false;
    settle();
    for (const char *words : {"清除，重新开始", "清除，结束", "回到首页"})
        if (pressable(QString::fromUtf8(words)))
            return tap(QString::fromUtf8(words)) && at(QStringLiteral("Attract"));
    return false;
}

bool Visit::walkAway()
{
    (void)QTest::qWaitFor([this] { return !kiosk().busy(); }, patienceMs); // nobody is forgotten while a device works
    rig.clock.advance(61s);
    kiosk().idle().check();
    if (!QTest::qWaitFor([this] { return kiosk().idleWarning(); }, patienceMs))
        return false;
    rig.clock.advance(31s);
    kiosk().idle().check();
    return at(QStringLiteral("Attract"));
}

bool Visit::isInTrouble()
{
    return QTest::qWaitFor([this] { return kiosk().trouble()->active(); }, patienceMs);
}

bool Visit::type(const QString &keys)
{
    for (const QChar key : keys)
        if (!tap(QString(key)))
            return false;
    return true;
}

void Visit::sign()
{
    settle();
    const auto items = shownBelow(m_window->contentItem());
    for (QQuickItem *item : items) {
        if (!item->inherits("tongban::view::SignatureItem"))
            continue;
        const auto point = [item](double x, double y) {
            return item->mapToScene(QPointF(item->width() * x, item->height() * y)).toPoint();
        };
        highest = std::min(highest, point(0, 0).toPointF().y());
        QTest::mousePress(m_window, Qt::LeftButton, {}, point(0.2, 0.6));
        for (int i = 1; i <= 20; ++i)
            QTest::mouseMove(m_window, point(0.2 + 0.03 * i, 0.5 + 0.2 * ((i % 4) - 2) / 2.0));
        QTest::mouseRelease(m_window, Qt::LeftButton, {}, point(0.85, 0.5));
    }
}

bool Visit::answer(const QString &key, const QString &kind, const QVariantList &choices)
{
    static const QMap<QString, QString> usual{{QStringLiteral("phone"), QStringLiteral("13872650418")},
                                              {QStringLiteral("bankAccount"), QStringLiteral("6217003320012345677")},
                                              {QStringLiteral("date"), QStringLiteral("20260115")}};
    if (told.contains(key))
        return tap(told.value(key));
    if (kind == QLatin1String("choice") || kind == QLatin1String("multiChoice"))
        return tap(choices.value(0).toMap().value(QStringLiteral("label")).toString());
    if (kind == QLatin1String("declaration"))
        return tap(QStringLiteral("我看过了，我同意"));
    return !usual.contains(kind) || type(usual.value(kind));
}

bool Visit::answerPage()
{
    view::RowModel *fields = kiosk().form()->fields();
    for (int row = 0; row < fields->count(); ++row) {
        const bool isAnswered = !fields->value(row, "value").toString().isEmpty();
        if (!isAnswered && !answer(fields->value(row, "key").toString(), fields->value(row, "type").toString(),
                                   fields->value(row, "choices").toList()))
            return false;
    }
    return true;
}

// One page of the ordinary way.
bool Visit::step()
{
    const QString page = kiosk().step();
    if (kiosk().trouble()->active() && !kiosk().trouble()->actionText().isEmpty())
        return goOn();
    const QHash<QString, QString> touches{
        {"Attract", "轻触屏幕，开始办事"}, {"Home", itemName}, {"ProgressMail", "现在看"}, {"Rating", "非常满意"}};
    if (touches.contains(page))
        return tap(touches.value(page));
    if (page == QLatin1String("Resume"))
        return tap(QStringLiteral("接着办：") + itemName);
    if (page == QLatin1String("Form") || page == QLatin1String("Situation"))
        return answerPage() && goOn();
    if (page == QLatin1String("Materials") && !kiosk().canGoForward())
        return tap(QStringLiteral("扫描"));
    if (page == QLatin1String("Signature") && kiosk().signature()->isEmpty())
        sign();
    return goOn();
}

bool Visit::walkTo(const QString &wanted)
{
    for (int turn = 0; turn < mostSteps; ++turn) {
        const QString passing[]{QStringLiteral("Capture"), QStringLiteral("Identify"), QStringLiteral("Submitting"),
                                QStringLiteral("Farewell")};
        const bool isThere = QTest::qWaitFor(
            [&] {
                const QString page = kiosk().step();
                return page == wanted || (!kiosk().busy() &&
                                          std::find(std::begin(passing), std::end(passing), page) == std::end(passing));
            },
            patienceMs);
        if (isThere && kiosk().step() == wanted)
            return true;
        if (!isThere || !step())
            return false;
    }
    return false;
}

QString Visit::paper()
{
    QString words;
    const auto printed = rig.printer.printed();
    if (printed.empty())
        return words;
    for (const domain::ReceiptBlock &block : printed.back().blocks)
        if (const auto *line = std::get_if<domain::ReceiptText>(&block))
            words += line->text; // a long number goes over two lines
    return words;
}

QString Visit::saidSoFar()
{
    QString words;
    for (const QStringList &clauses : rig.speaker.said)
        words += clauses.join(u' ') + u'\n';
    return words;
}

} // namespace tongban::qmltest
