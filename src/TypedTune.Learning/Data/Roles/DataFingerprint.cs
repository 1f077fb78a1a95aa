using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace TypedTune.Learning;

/// <summary>Computes fingerprints (XxHash128) of columns and roles from their names and the bits of their values, so that equal data has equal fingerprints in every process.</summary>
internal static class DataFingerprint
{
    /// <summary>Computes the fingerprint of a column of numbers.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="values">The values; not-a-number where missing.</param>
    public static IdentityPart Of(string name, ReadOnlySpan<double> values) => new(name, Hash(MemoryMarshal.AsBytes(values)));

    /// <summary>Computes the fingerprint of a column of categories, which does not depend on the order of the levels.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="categories">The categories.</param>
    public static IdentityPart Of(string name, Categories categories)
    {
        var hash = new XxHash128();
        int[] places = new int[categories.Levels.Count];
        int seen = 0;
        foreach (int code in categories.Codes)
        {
            if (code >= 0 && places[code] == 0)
            {
                places[code] = ++seen;
                hash.Append(Encoding.UTF8.GetBytes(categories.Levels[code]));
                hash.Append([0]);
            }

            int place = code < 0 ? 0 : places[code];
            hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in place)));
        }

        return new(name, Text(hash));
    }

    /// <summary>Computes the fingerprints of the targets and of the other roles that are known.</summary>
    public static IEnumerable<IdentityPart> Of(RowRoles roles)
    {
        yield return roles.Targets.AreLabels ? Of("targets", roles.Targets.Labels) : Of("targets", roles.Targets.Numbers);
        if (roles.Groups is { } groups)
            yield return Of("groups", groups);
        if (roles.Strata is { } strata)
            yield return Of("strata", strata);
        if (roles.Weights is { } weights)
            yield return Of("weights", weights);
        if (roles.Time is { } time)
            yield return new("times", Hash(MemoryMarshal.AsBytes<long>(time)));
    }

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new XxHash128();
        hash.Append(bytes);
        return Text(hash);
    }

    private static string Text(XxHash128 hash) => Convert.ToHexStringLower(hash.GetCurrentHash());
}
