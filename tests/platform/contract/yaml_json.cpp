// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/contract/yaml_json.h"

#include <yaml-cpp/yaml.h>

namespace tongban::tests::platform::contract {

namespace {

Json scalar(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    if (node.Tag() == "!") // quoted
        return text;
    if (text == "true" || text == "false")
        return text == "true";
    if (text == "null" || text == "~" || text.empty())
        return nullptr;
    std::int64_t integer = 0;
    if (text.find_first_not_of("+-0123456789") == std::string::npos && YAML::convert<std::int64_t>::decode(node, integer))
        return integer;
    double number = 0;
    if (text.find_first_not_of("+-.eE0123456789") == std::string::npos && YAML::convert<double>::decode(node, number))
        return number;
    return text;
}

Json convert(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Undefined:
    case YAML::NodeType::Null:
        return nullptr;
    case YAML::NodeType::Scalar:
        return scalar(node);
    case YAML::NodeType::Sequence: {
        Json list = Json::array();
        for (const auto &entry : node)
            list.push_back(convert(entry));
        return list;
    }
    case YAML::NodeType::Map: {
        Json object = Json::object();
        for (const auto &entry : node)
            object[entry.first.Scalar()] = convert(entry.second);
        return object;
    }
    }
    return nullptr;
}

} // namespace

tl::expected<Json, std::string> readYaml(const std::string &path)
{
    try {
        return convert(YAML::LoadFile(path));
    } catch (const YAML::Exception &error) { // yaml-cpp knows no other way
        return tl::unexpected<std::string>(path + ":" + std::to_string(error.mark.line + 1) + ":"
                                           + std::to_string(error.mark.column + 1) + ": " + error.msg);
    }
}

} // namespace tongban::tests::platform::contract
