namespace TypedTune;

/// <summary>The facts that the results of a study depend on, beside the configurations. A study can be continued only with the same facts. Immutable.</summary>
public sealed class StudyIdentity
{
    /// <summary>Creates an identity.</summary>
    /// <param name="parts">The things that results depend on, each name once.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public StudyIdentity(IEnumerable<IdentityPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Parts = [.. parts];
        if (Parts.GroupBy(part => part.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"An identity names each thing once, but {Excerpt.From(twice.Key)} comes {twice.Count()} times.", nameof(parts));
    }

    /// <summary>The things that results depend on.</summary>
    public IReadOnlyList<IdentityPart> Parts { get; }

    /// <summary>A fingerprint of all parts, in their order.</summary>
    public Fingerprint Fingerprint => Fingerprint.Compute(string.Concat(Parts.Select(part => $"{part.Name.Length} {part.Name} {part.Text.Length} {part.Text}\n")));

    /// <summary>Says in what another study differs from this one, as a sentence that names the first difference; null if in nothing.</summary>
    /// <param name="earlier">The identity of the study that is to be continued.</param>
    public string? FindDifference(StudyIdentity earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        foreach (string name in Parts.Concat(earlier.Parts).Select(part => part.Name).Distinct())
        {
            string? now = Find(name), then = earlier.Find(name);
            if (now == then)
                continue;
            return IsFingerprint(now) && IsFingerprint(then)
                ? $"the values of its {name} are others now"
                : $"its {name} was {Shown(then)}, and is {Shown(now)} now";
        }

        return null;
    }

    private static bool IsFingerprint(string? text) => Fingerprint.TryParse(text, out _);

    // The digits of a fingerprint tell nobody anything.
    private static string Shown(string? text) => text is null ? "not given" : IsFingerprint(text) ? "given" : text;

    private string? Find(string name)
    {
        foreach (var part in Parts)
        {
            if (part.Name == name)
                return part.Text;
        }

        return null;
    }
}
