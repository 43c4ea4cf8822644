// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/tour.h"

#include <QAccessible>
#include <QQmlContext>
#include <QTest>

namespace tongban::qmltest {

namespace {

const QString eligibleId = QStringLiteral("422823194003120021");
const QString youngId = QStringLiteral("422823196003120020");

void collectShown(QQuickItem *item, QList<QQuickItem *> &into)
{
    if (!item->isVisible() || item->opacity() < 0.05)
        return;
    into.append(item);
    const auto children = item->childItems();
    for (QQuickItem *child : children)
        collectShown(child, into);
}

// Leads what would come out of the program's resources to files.
class FilesInstead final : public QQmlAbstractUrlInterceptor
{
public:
    explicit FilesInstead(const QString &directory) : m_directory(directory) {}
    QUrl intercept(const QUrl &url, DataType) override
    {
        const QString inside = QStringLiteral("/qt/qml/Tongban/");
        if (url.scheme() != QStringLiteral("qrc") || !url.path().startsWith(inside) || url.path().contains(u"/View/"))
            return url;
        return QUrl::fromLocalFile(m_directory + QStringLiteral("/Tongban/") + url.path().mid(inside.size()));
    }

private:
    QString m_directory;
};

QAccessibleActionInterface *actionsOf(QQuickItem *item)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
    return accessible ? accessible->actionInterface() : nullptr;
}

} // namespace

QList<QQuickItem *> shownItems(QQuickItem *root)
{
    QList<QQuickItem *> items;
    collectShown(root, items);
    return items;
}

Tour::Tour(const QString &qmlDirectory)
{
    QAccessible::setActive(true);
    m_kiosk = std::make_unique<view::KioskController>(m_hall.ports());
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    if (!qmlDirectory.isEmpty()) {
        m_files = std::make_unique<FilesInstead>(qmlDirectory);
        m_engine->addUrlInterceptor(m_files.get());
    }
    m_engine->addImageProvider(QStringLiteral("pages"), m_kiosk->makeImageProvider());
    m_engine->setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(m_kiosk.get())},
                                    {QStringLiteral("width"), 1080},
                                    {QStringLiteral("height"), 1920},
                                    {QStringLiteral("visible"), true}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Shell/Main.qml")));
    if (!m_engine->rootObjects().isEmpty())
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
    m_kiosk->setOnline(true);
    m_kiosk->loadCatalogue();
}

Tour::~Tour()
{
    m_engine.reset(); // the window looks at the kiosk to its end
}

QString Tour::walk(const std::function<void(const QString &)> &visit)
{
    m_visit = visit;
    if (!m_window || !QTest::qWaitForWindowExposed(m_window))
        return QStringLiteral("no window");
    for (const auto part : {&Tour::enter, &Tour::identify, &Tour::fillIn, &Tour::collect, &Tour::finish})
        if (m_problem.isEmpty())
            (this->*part)();
    return m_problem;
}

void Tour::show(QSize size, bool elder)
{
    m_window->resize(size);
    m_kiosk->setElder(elder);
    settle();
}

// Layout that waits for the next turn of the event loop has its turns, and a frame has been painted after them.
void Tour::settle()
{
    for (int turn = 0; turn < 3; ++turn) {
        bool painted = false;
        const auto connection = QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [&] { painted = true; });
        m_window->update();
        if (!QTest::qWaitFor([&] { return painted; }, 5'000))
            m_problem = QStringLiteral("nothing was painted");
        QObject::disconnect(connection);
    }
}

QQuickItem *Tour::pressable(const QString &name) const
{
    const auto items = shownItems(m_window->contentItem());
    for (auto it = items.rbegin(); it != items.rend(); ++it) // the topmost first
        if ((*it)->isEnabled() && (*it)->inherits("QQuickItem") && (*it)->property("name").toString() == name
            && (*it)->metaObject()->indexOfSignal("clicked()") >= 0)
            return *it;
    return nullptr;
}

void Tour::press(const QString &name)
{
    if (!m_problem.isEmpty())
        return;
    QAccessibleActionInterface *actions = nullptr;
    if (QTest::qWaitFor([&] { return pressable(name) != nullptr; }, 5'000))
        actions = actionsOf(pressable(name));
    if (actions)
        actions->doAction(QAccessibleActionInterface::pressAction());
    else
        m_problem = QStringLiteral("nothing to press called %1").arg(name);
}

bool Tour::reach(const QString &step)
{
    if (!m_problem.isEmpty())
        return false;
    if (QTest::qWaitFor([&] { return m_kiosk->step() == step; }, 10'000))
        return true;
    m_problem = QStringLiteral("waited for %1, still at %2").arg(step, m_kiosk->step());
    return false;
}

void Tour::stop(const QString &scene)
{
    if (!m_problem.isEmpty())
        return;
    settle();
    m_visit(scene);
}

void Tour::enter()
{
    stop(QStringLiteral("attract"));
    if (!QTest::qWaitFor([this] { return m_kiosk->home()->catalogueReady(); }, 5'000))
        m_problem = QStringLiteral("no catalogue");
    press(QStringLiteral("轻触屏幕，开始办事"));
    if (!reach(QStringLiteral("Home")))
        return;
    stop(QStringLiteral("home"));
    press(QStringLiteral("办事申请"));
    stop(QStringLiteral("home-errands"));
    press(QStringLiteral("返回首页"));
    press(QStringLiteral("查询进度"));
    stop(QStringLiteral("home-closed"));
    press(QStringLiteral("知道了"));
    press(QStringLiteral("叫人帮忙"));
    stop(QStringLiteral("help"));
    press(QStringLiteral("回去接着办"));
    press(QStringLiteral("高龄津贴"));
    if (reach(QStringLiteral("Guide")))
        stop(QStringLiteral("guide"));
}

void Tour::identify()
{
    m_kiosk->forward();
    if (!reach(QStringLiteral("Identify")))
        return;
    stop(QStringLiteral("identify"));
    m_hall.reader.cards.give(fail(ErrorKind::CardLifted, QStringLiteral("fake-reader")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("a lifted card is no trouble");
    stop(QStringLiteral("identify-trouble"));
    m_kiosk->tryAgain();
    m_hall.reader.cards.give(cardOf(QStringLiteral("覃大山"), youngId));
    if (!reach(QStringLiteral("NotEligible")))
        return;
    stop(QStringLiteral("not-eligible"));
    m_kiosk->backward();
    if (!reach(QStringLiteral("Guide")))
        return;
    m_kiosk->forward();
    const domain::IdCard card = cardOf(QStringLiteral("欧阳秀英"), eligibleId);
    domain::CaseDraft left;
    left.id = QUuid::createUuid();
    left.item = *m_kiosk->home()->item(QStringLiteral("gaoling-jintie"));
    left.applicant = card;
    left.startedAt = m_hall.clock.nowUtc().addSecs(-7'200);
    m_hall.store.unfinished.draft = left;
    m_hall.reader.cards.give(card);
    if (!reach(QStringLiteral("Resume")))
        return;
    stop(QStringLiteral("resume"));
    m_hall.store.unfinished = {};
    m_kiosk->abandonDraft();
    if (reach(QStringLiteral("Form")))
        stop(QStringLiteral("form-card"));
}

void Tour::fillIn()
{
    press(QStringLiteral("重新开始"));
    stop(QStringLiteral("start-over"));
    press(QStringLiteral("不，继续办"));
    m_kiosk->forward();
    stop(QStringLiteral("form-phone"));
    for (const QChar digit : QStringLiteral("1387"))
        press(QString(digit));
    m_kiosk->forward();
    stop(QStringLiteral("form-phone-short"));
    for (const QChar digit : QStringLiteral("2650418"))
        press(QString(digit));
    stop(QStringLiteral("form-phone-filled"));
    m_kiosk->forward();
    press(QStringLiteral("住养老机构"));
    stop(QStringLiteral("form-living"));
    m_kiosk->forward();
    press(QStringLiteral("镇敬老院"));
    stop(QStringLiteral("form-institution"));
    m_kiosk->forward();
    m_kiosk->setOnline(false);
    press(QStringLiteral("一折通存折"));
    stop(QStringLiteral("form-payout"));
    m_kiosk->setOnline(true);
    m_kiosk->forward();
}

void Tour::collect()
{
    if (!reach(QStringLiteral("Materials")))
        return;
    stop(QStringLiteral("materials"));
    press(QStringLiteral("扫描"));
    if (!reach(QStringLiteral("Capture")))
        return;
    stop(QStringLiteral("capture"));
    m_hall.scanner.pages.give(fail(ErrorKind::PageMissing, QStringLiteral("fake-scanner")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("an empty glass is no trouble");
    stop(QStringLiteral("capture-trouble"));
    m_kiosk->tryAgain();
    const ports::ScannedPage page{householdPage(), {1200, 1600}};
    m_hall.scanner.pages.give(std::vector{page, page});
    if (!reach(QStringLiteral("PageReview")))
        return;
    stop(QStringLiteral("page-review"));
    m_kiosk->keepPage();
    if (!reach(QStringLiteral("Materials")))
        return;
    stop(QStringLiteral("materials-done"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Signature")))
        return;
    stop(QStringLiteral("signature"));
    m_kiosk->signature()->beginStroke({120, 200}, {984, 700});
    for (int i = 1; i < 40; ++i)
        m_kiosk->signature()->extendStroke({120.0 + i * 15, 260.0 + 90 * ((i % 6) - 3) / 3.0});
    stop(QStringLiteral("signature-signed"));
    m_kiosk->forward();
}

void Tour::finish()
{
    if (!reach(QStringLiteral("Review")))
        return;
    stop(QStringLiteral("review"));
    m_hall.clock.advance(std::chrono::seconds(125)); // past the limit of either mode
    m_kiosk->idle().check();
    if (!QTest::qWaitFor([this] { return m_kiosk->idleWarning(); }, 5'000))
        m_problem = QStringLiteral("no idle warning");
    m_hall.clock.advance(std::chrono::seconds(9));
    m_kiosk->idle().check();
    stop(QStringLiteral("idle"));
    press(QStringLiteral("我还在，接着办"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Submitting")))
        return;
    stop(QStringLiteral("submitting"));
    m_hall.store.maySubmit.give(true);
    if (!reach(QStringLiteral("Receipt")))
        return;
    stop(QStringLiteral("receipt-printing"));
    m_hall.printer.outcomes.give(fail(ErrorKind::PaperOut, QStringLiteral("fake-printer")));
    if (!QTest::qWaitFor([this] { return m_kiosk->trouble()->active(); }, 5'000))
        m_problem = QStringLiteral("paper out is no trouble");
    stop(QStringLiteral("receipt-paper-out"));
    m_kiosk->tryAgain();
    m_hall.printer.outcomes.give(ports::PrintOutcome::Unknown);
    if (!QTest::qWaitFor([this] { return m_kiosk->receipt()->phase() == QStringLiteral("asking"); }, 5'000))
        m_problem = QStringLiteral("a lost answer asks nobody");
    stop(QStringLiteral("receipt-asking"));
    press(QStringLiteral("出来了"));
    stop(QStringLiteral("receipt"));
    m_kiosk->forward();
    if (!reach(QStringLiteral("Rating")))
        return;
    stop(QStringLiteral("rating"));
    press(QStringLiteral("非常满意"));
    if (reach(QStringLiteral("Farewell")))
        stop(QStringLiteral("farewell"));
}

} // namespace tongban::qmltest
