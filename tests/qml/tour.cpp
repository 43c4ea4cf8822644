// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/tour.h"

#include <QAccessible>
#include <QQmlContext>
#include <QTest>

namespace tongban::qmltest {

namespace {

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

Tour::Tour(const QString &qmlDirectory, QString (*itemWords)(const QString &), std::chrono::milliseconds hold)
{
    m_hall.store.itemWords = itemWords;
    QAccessible::setActive(true);
    m_kiosk = std::make_unique<view::KioskController>(m_hall.ports(), view::KioskTimes{.library = std::chrono::hours(1), .phone = std::chrono::hours(1), .hold = hold});
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
    if (m_window)
        m_kiosk->watchInputOf(m_window);
    QObject::connect(m_kiosk.get(), &view::KioskController::languageChanged, m_engine.get(), &QQmlEngine::retranslate);
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
    for (const auto part : {&Tour::enter, &Tour::identify, &Tour::fillIn, &Tour::collect, &Tour::finish, &Tour::helped, &Tour::write})
        if (m_problem.isEmpty())
            (this->*part)();
    return m_problem;
}

QString Tour::walkFields(const std::function<void(const QString &)> &visit)
{
    m_visit = [&](const QString &scene) {
        visit(scene);
        show({.size = {1080, 1920}}); // where everything that is pressed next stands on one leaf
    };
    if (!m_window || !QTest::qWaitForWindowExposed(m_window))
        return QStringLiteral("no window");
    for (const auto part : {&Tour::choicesOfMany, &Tour::placesAndWords, &Tour::numbers, &Tour::persons, &Tour::leave, &Tour::others,
                            &Tour::together, &Tour::library, &Tour::phoneCode, &Tour::fromElsewhere, &Tour::marks})
        if (m_problem.isEmpty())
            (this->*part)();
    return m_problem;
}

QString Tour::walkToField(const QString &itemCode, const QString &field, const QMap<QString, QString> &told)
{
    if (!m_window || !QTest::qWaitForWindowExposed(m_window))
        return QStringLiteral("no window");
    m_problem.clear();
    goToForm(itemCode, field, told);
    return m_problem;
}

QString Tour::open()
{
    m_visit = [](const QString &) {};
    if (!m_window || !QTest::qWaitForWindowExposed(m_window))
        return QStringLiteral("no window");
    if (!QTest::qWaitFor([this] { return m_kiosk->home()->catalogueReady(); }, 5'000))
        return QStringLiteral("no catalogue");
    return {};
}

QString Tour::walkToName()
{
    if (const QString problem = open(); !problem.isEmpty())
        return problem;
    goToName();
    return m_problem;
}

void Tour::show(const Look &look)
{
    m_window->resize(look.size);
    m_kiosk->setElder(look.elder);
    m_kiosk->comfort()->setDark(look.dark);
    m_kiosk->comfort()->setLow(look.low);
    m_kiosk->comfort()->setLanguage(look.language);
    settle();
}

void Tour::settle()
{
    for (int turn = 0; turn < 3; ++turn) {
        bool painted = false;
        const auto connection =
            QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [&] { painted = true; });
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
        if ((*it)->isEnabled() && (*it)->inherits("QQuickItem") && (*it)->property("name").toString() == name &&
            (*it)->metaObject()->indexOfSignal("clicked()") >= 0)
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

bool Tour::tap(const QString &name)
{
    settle(); // a person touches what was painted
    QQuickItem *target = nullptr;
    if (!QTest::qWaitFor([&] { return (target = pressable(name)) != nullptr; }, 5'000))
        return false;
    const QPointF middle = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle.toPoint());
    return true;
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
    m_kiosk->comfort()->setLanguage(QStringLiteral("zh"));
}

} // namespace tongban::qmltest
