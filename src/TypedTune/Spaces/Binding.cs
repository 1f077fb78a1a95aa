namespace TypedTune;

/// <summary>What a space fixes: a hyperparameter's value, or which option of a choice is taken.</summary>
/// <param name="Path">The hyperparameter or the choice.</param>
/// <param name="Option">The option, or null where the value itself is fixed.</param>
internal readonly record struct Binding(string Path, string? Option)
{
    /// <summary>Refuses two factors that fix the same thing, or take two options of one choice.</summary>
    public static void RequireCompatible(IReadOnlyList<Binding> left, IReadOnlyList<Binding> right)
    {
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (a.Path != b.Path)
                    continue;
                if (a.Option is null && b.Option is null)
                    throw new ArgumentException($"{a.Path} is bound in both factors of a product. Bind it in one of them, or join alternatives with +.");
                if (a.Option != b.Option)
                    throw new ArgumentException($"{a.Path} is {a.Option ?? "bound as a whole"} in one factor of a product and {b.Option ?? "bound as a whole"} in the other. Join options with + before multiplying.");
            }
        }
    }
}
