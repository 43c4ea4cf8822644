// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/item_schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tongban::tests {

struct ItemSchema::Parts
{
    QJsonValue json;
    valijson::Schema schema;
};

ItemSchema::ItemSchema() : m_parts(std::make_unique<Parts>())
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/schema/item.schema.json"));
    if (file.open(QIODevice::ReadOnly))
        m_parts->json = QJsonDocument::fromJson(file.readAll()).object();
    const valijson::adapters::QtJsonAdapter adapter(m_parts->json);
    valijson::SchemaParser().populateSchema(adapter, m_parts->schema);
}

ItemSchema::~ItemSchema() = default;

bool ItemSchema::isLoaded() const
{
    return m_parts->json.isObject() && !m_parts->json.toObject().isEmpty();
}

QString ItemSchema::complaint(const QJsonObject &item) const
{
    valijson::Validator validator;
    valijson::ValidationResults results;
    const QJsonValue value(item);
    if (validator.validate(m_parts->schema, valijson::adapters::QtJsonAdapter(value), &results))
        return {};
    valijson::ValidationResults::Error error;
    return results.popError(error) ? QString::fromStdString(error.description) : QStringLiteral("refused");
}

} // namespace tongban::tests
