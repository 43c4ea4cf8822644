// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/contract/reader.h"

#include "tests/platform/contract/yaml_json.h"

#include <algorithm>
#include <array>

namespace tongban::tests::platform::contract {

namespace {

// By value: items() of a temporary would dangle.
Json object(const Json &node, const char *key)
{
    return node.value(key, Json::object());
}

constexpr std::array methods{"get", "head", "post", "patch", "put", "delete", "options"};

// Walks one document; the first thing that is wrong is kept and the rest is read on without it.
class Reader
{
public:
    explicit Reader(Json document) : m_document(std::move(document))
    {
        m_components = withoutNullable(m_document.value("components", Json::object()));
        if (m_document.contains("servers") && !m_document["servers"].empty())
            m_base = m_document["servers"][0].value("url", "");
    }

    std::vector<Operation> operations()
    {
        std::vector<Operation> found;
        const Json paths = object(m_document, "paths");
        for (const auto &[path, item] : paths.items()) {
            for (const char *method : methods) {
                if (item.contains(method))
                    found.push_back(operation(path, method, item));
            }
        }
        if (found.empty())
            complain("paths", "no operations");
        // A literal path goes before one with parameters: /cases/changes is no case.
        std::stable_sort(found.begin(), found.end(), [](const Operation &a, const Operation &b) {
            return std::count(a.pathTemplate.begin(), a.pathTemplate.end(), '{') <
                   std::count(b.pathTemplate.begin(), b.pathTemplate.end(), '{');
        });
        return found;
    }

    [[nodiscard]] const std::string &complaint() const { return m_complaint; }

private:
    void complain(const std::string &place, const std::string &what)
    {
        if (m_complaint.empty())
            m_complaint = place + ": " + what;
    }

    Json resolved(const Json &node)
    {
        if (!node.contains("$ref"))
            return node;
        const std::string reference = node["$ref"];
        const Json::json_pointer pointer(reference.substr(std::min<std::size_t>(1, reference.size())));
        if (reference.rfind("#/", 0) != 0 || !m_document.contains(pointer)) {
            complain(reference, "leads nowhere");
            return Json::object();
        }
        return m_document[pointer];
    }

    SchemaPtr schema(const Json &node, const std::string &place)
    {
        const std::string text = node.dump();
        if (const auto known = m_schemas.find(text); known != m_schemas.end())
            return known->second;
        auto compiled = Schema::compile(node, m_components);
        if (!compiled) {
            complain(place, compiled.error());
            return nullptr;
        }
        return m_schemas[text] = *compiled;
    }

    Parameter parameter(const Json &written, const std::string &place)
    {
        const Json node = resolved(written);
        const std::string name = node.value("name", "");
        return {.name = name,
                .in = node.value("in", "header"),
                .required = node.value("required", false),
                .schema = schema(object(node, "schema"), place + " " + name)};
    }

    AnswerRule answer(const Json &written, const std::string &place)
    {
        const Json node = resolved(written);
        AnswerRule rule;
        const Json contents = object(node, "content");
        for (const auto &[type, content] : contents.items())
            rule.content[type] = schema(object(content, "schema"), place + " " + type);
        const Json headers = object(node, "headers");
        for (const auto &[name, header] : headers.items()) {
            Parameter read = parameter(header, place);
            read.name = name;
            rule.headers.push_back(std::move(read));
        }
        return rule;
    }

    void readBody(Operation &operation, const Json &body, const std::string &place)
    {
        const Json contents = object(body, "content");
        for (const auto &[type, content] : contents.items()) {
            operation.bodyType = type;
            if (object(content, "schema").value("format", "") != "binary")
                operation.bodySchema = schema(object(content, "schema"), place);
        }
    }

    Operation operation(const std::string &path, const char *method, const Json &item)
    {
        const Json &node = item[method];
        Operation operation;
        operation.id = node.value("operationId", "");
        operation.method = method;
        std::transform(operation.method.begin(), operation.method.end(), operation.method.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        operation.pathTemplate = m_base + path;
        const std::string place = operation.method + " " + path;
        for (const Json &scheme : node.value("security", m_document.value("security", Json::array()))) {
            operation.needsSession = operation.needsSession || scheme.contains("session");
            operation.needsSignature = operation.needsSignature || scheme.contains("signature");
        }
        for (const Json &holder : {item, node}) {
            for (const Json &written : holder.value("parameters", Json::array()))
                operation.parameters.push_back(parameter(written, place));
        }
        if (node.contains("requestBody"))
            readBody(operation, resolved(node["requestBody"]), place);
        const Json responses = object(node, "responses");
        for (const auto &[status, written] : responses.items())
            operation.answers[status] = answer(written, place + " " + status);
        return operation;
    }

    Json m_document;
    Json m_components;
    std::string m_base;
    std::string m_complaint;
    std::map<std::string, SchemaPtr> m_schemas;
};

} // namespace

tl::expected<std::vector<Operation>, std::string> readOperations(const std::string &path)
{
    auto document = readYaml(path);
    if (!document)
        return tl::unexpected<std::string>(document.error());
    try {
        Reader reader(std::move(*document));
        auto operations = reader.operations();
        if (!reader.complaint().empty())
            return tl::unexpected<std::string>(path + ": " + reader.complaint());
        return operations;
    } catch (const Json::exception &error) { // something of another type than OpenAPI says
        return tl::unexpected<std::string>(path + ": " + error.what());
    }
}

} // namespace tongban::tests::platform::contract
