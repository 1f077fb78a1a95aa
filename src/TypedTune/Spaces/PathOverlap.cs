namespace TypedTune;

/// <summary>Compares paths of hyperparameters: a whole contains its parts.</summary>
internal static class PathOverlap
{
    /// <summary>Whether one of two paths is the other, or leads to a part of it.</summary>
    public static bool Exists(string left, string right) => Contains(left, right) || Contains(right, left);

    /// <summary>Whether a path is another one, or leads to a part of it.</summary>
    /// <param name="whole">The path that may lead to the whole.</param>
    /// <param name="part">The path that may lead to the part.</param>
    public static bool Contains(string whole, string part) =>
        whole.Length == 0 || (part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] == '.'));
}
