// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/receipt/facts_deflate.h"

#include <zlib.h>

namespace tongban::offline::receipt {

namespace {

// Version 1 of the dictionary: paper that is out there opens with these very bytes, so they never change; another
// dictionary is another version of the code. What is common stands last (deflate reaches back more cheaply).
const QByteArray &dictionary()
{
    static const QByteArray words =
        QStringLiteral(
            "groupvillagetownaccountbankrelationshipreasonincomemembersquantitystartenddatekindinsuranceperiod"
            "purposesubsidylevelchildspousemarriagehospitalotherregisterguardianagentnoyesnonebothown"
            "passbookcardlaterathomealonefamilyinstitutionpayoutlivingethnicrefusedphone"
            "区街道社区路号栋单元室苑小区省市县镇乡村组一二三四五六七八九十"
            "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗国建华明秀英桂兰玉珍红军平文志永春金海"
            "2024.12025.12026.1address013815018613900000-202519202601-K01-00043110105194233195")
            .toUtf8();
    return words;
}

constexpr int rawDeflate = -15; // no header of zlib, 32 KiB of window
constexpr int mostMemory = 9;
constexpr uInt longestPlain = 65536;

Bytef *bytesOf(const QByteArray &bytes) // zlib reads them only; its types are older than const
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
}

} // namespace

QByteArray deflated(const QByteArray &plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawDeflate, mostMemory, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib has no memory"); // the kiosk has none either
    deflateSetDictionary(&stream, bytesOf(dictionary()), static_cast<uInt>(dictionary().size()));
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))),
                      Qt::Uninitialized);
    stream.next_in = bytesOf(plain);
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

Result<QByteArray> inflated(const QByteArray &packed)
{
    z_stream stream{};
    if (inflateInit2(&stream, rawDeflate) != Z_OK)
        qFatal("zlib has no memory");
    inflateSetDictionary(&stream, bytesOf(dictionary()), static_cast<uInt>(dictionary().size()));
    QByteArray plain(longestPlain, Qt::Uninitialized);
    stream.next_in = bytesOf(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = longestPlain;
    const int end = inflate(&stream, Z_FINISH);
    const bool isWhole = end == Z_STREAM_END && stream.avail_in == 0;
    plain.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    if (!isWhole)
        return fail(ErrorKind::CodeUnreadable, QStringLiteral("receipt.facts"), QStringLiteral("does not inflate"));
    return plain;
}

} // namespace tongban::offline::receipt
