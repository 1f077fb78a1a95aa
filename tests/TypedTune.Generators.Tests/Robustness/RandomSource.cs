namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Random declarations that are meant to be valid: several types that refer to each other, in several namespaces.</summary>
internal static class RandomSource
{
    /// <summary>A few such sources, for others to take the place of: as many as are worth remembering.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Projects { get; } = [.. Enumerable.Range(1, 20).Select(number => new[] { Of(new Dice(-number)) })];

    public static string Of(Dice dice)
    {
        var known = new Declared();
        var names = new RandomNames(dice);
        var components = new RandomComponents(dice, known, names);
        var flows = new RandomFlows(dice, known, names);
        var types = Enumerable.Range(0, 1 + dice.Next(6)).Select(number =>
        {
            var place = RandomPlace.Of(dice, number);
            return dice.Next(10) switch
            {
                0 => Value(dice, names.NextType(), place, known),
                < 6 => components.Declare(place),
                6 => flows.Row(place),
                7 => flows.ColumnTransformer(place),
                _ => flows.Pipeline(place),
            };
        });
        return string.Join("\n", types);
    }

    private static string Value(Dice dice, string name, RandomPlace place, Declared known)
    {
        bool isEnum = dice.OneIn(2);
        (isEnum ? known.Enums : known.Values).Add(place.Prefix + name);
        string declaration = isEnum
            ? $"public enum {name}{dice.Pick(["", " : byte", " : long", " : sbyte"])} {{ {dice.Pick(["One, Two", "A = 1, B = A, C", "@class, @null = 5, Größe", "Min, min, MIN = Min", "Only", "One = 3, Two = 2, Three = One"])} }}"
            : $"public {dice.Pick(["sealed record", "readonly record struct", "record struct", "abstract record"])} {name}{dice.Pick(["(int X, string Y)", " { public int X { get; init; } }", "(double Z = 1)"])}";
        return $"{place.Open}{declaration}{(declaration.EndsWith('}') ? "" : ";")}{place.Close}";
    }
}
