using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TypedTune.Digests;

/// <summary>Hashes the bits of numbers.</summary>
internal static class Digest
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<double> numbers) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(numbers)))[..16];
}
