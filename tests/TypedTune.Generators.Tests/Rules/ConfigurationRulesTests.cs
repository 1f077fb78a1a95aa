namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT0004–TT0013 and TT0111: what a configuration must be to be searched, stored and compared.</summary>
public sealed class ConfigurationRulesTests
{
    [Theory]
    [InlineData("[Hyperparameter(Min = 1)] public int X { get; init; } = 0;", "0", "Options.X must be at least 1, but starts as 0", "1")]
    [InlineData("[Hyperparameter(Min = 0, Max = 1)] public double X { get; init; } = -0.5;", "-0.5", "Options.X must be at least 0 and at most 1, but starts as -0.5", "0")]
    [InlineData("private const int Many = 99; [Hyperparameter(Max = 9, MaxExclusive = true)] public int? X { get; init; } = Many;", "Many", "Options.X must be below 9, but starts as 99", "8")]
    [InlineData("[Hyperparameter(Min = 0, MinExclusive = true)] public double X { get; init; } = 0;", "0", "Options.X must be above 0, but starts as 0", null)]
    public async Task DefaultOutsideTheBounds_IsRefusedAtTheConstant(string member, string at, string message, string? clamped)
    {
        var (diagnostic, place) = await Single($"public sealed partial record Options {{ {member} }}", "TT0006");

        Assert.Equal((message, at, clamped), (diagnostic.GetMessage(), place, diagnostic.Properties.GetValueOrDefault("Clamped")));
    }

    [Fact]
    public async Task DefaultOfAPositionalParameter_IsHeldToTheBounds()
    {
        var (diagnostic, place) = await Single("public sealed partial record Options([property: Hyperparameter(Min = 1)] int Size = 0);", "TT0006");

        Assert.Equal(("Options.Size must be at least 1, but starts as 0", "0"), (diagnostic.GetMessage(), place));
    }

    [Theory]
    [InlineData("Scale = Scale.Log", "it has no Min")]
    [InlineData("Min = 0, Scale = Scale.Log", "its Min is 0")]
    [InlineData("Min = -1, Scale = Scale.Log", "its Min is -1")]
    public async Task LogScaleThatIncludesZero_IsRefused(string arguments, string reason)
    {
        var (diagnostic, place) = await Single($"public sealed partial record Options {{ [Hyperparameter({arguments})] public double X {{ get; init; }} = 1; }}", "TT0007");

        Assert.Equal(($"Options.X has a log scale, which needs a Min above 0, or Min = 0 with MinExclusive = true; {reason}", "X"), (diagnostic.GetMessage(), place));
    }

    [Theory]
    [InlineData("[Flags] public enum Set { A = 1, B = 2 }", "public Set X { get; init; }", "it is a [Flags] enum, whose combinations are no list to choose from; use one bool a flag")]
    [InlineData("", "public Func<double, double>? X { get; init; }", "delegates have no value equality, so that equal configurations could not be recognised; use an enum of the cases")]
    [InlineData("", "public List<int> X { get; init; } = [];", "List<int> has no value equality, so that equal configurations could not be recognised; use a type of your own that holds it and compares its items")]
    [InlineData("", "public IReadOnlyList<int> X { get; init; } = [];", "IReadOnlyList<int> has no value equality, so that equal configurations could not be recognised; use a type of your own that holds it and compares its items")]
    [InlineData("", "public System.Collections.Immutable.ImmutableArray<int> X { get; init; } = [];", "ImmutableArray<int> has no value equality, so that equal configurations could not be recognised; use a type of your own that holds it and compares its items")]
    [InlineData("", "public (int[], int) X { get; init; } = ([], 1);", "(int[], int) has no value equality, so that equal configurations could not be recognised; use a type of your own that holds it and compares its items")]
    [InlineData("public sealed class Plain;", "public Plain X { get; init; } = new();", "Plain has no value equality, so that equal configurations could not be recognised; make it a record, or override Equals")]
    public async Task TypeWithoutValueEquality_IsRefused(string other, string member, string reason)
    {
        var (diagnostic, place) = await Single($"{other} public sealed partial record Options {{ [Hyperparameter] {member} }}", "TT0004");

        Assert.Equal(($"Options.X cannot be a hyperparameter: {reason}", "X"), (diagnostic.GetMessage(), place));
    }

    [Theory]
    [InlineData("public sealed partial record Options { [Hyperparameter] public int All { get; init; } }", "A property of Options cannot be called All: the generator needs that name; rename it")]
    [InlineData("public sealed partial record Options { [Hyperparameter] public int X { get; init; } public static int Space() => 1; }", "A member of Options cannot be called Space: the generator needs that name; rename it")]
    [InlineData("public sealed partial record Space { [Hyperparameter] public int X { get; init; } }", "A type with generated members cannot be called Space: the generator needs that name; rename it")]
    [InlineData("[Row] public sealed partial record Reading { [Target] public double Columns { get; init; } }", "A member of Reading cannot be called Columns: the generator needs that name; rename it")]
    [InlineData("public sealed partial record Any { [Hyperparameter] public int X { get; init; } } public sealed partial record B; public sealed partial record Options { [OneOf<Any, B>] public object X { get; init; } = new Any(); }", "An option of X cannot be called Any: the generator needs that name; rename it")]
    [InlineData("[Pipeline] public sealed partial record Model { public StandardScaler Configuration { get; init; } = new(); }", "A property of Model cannot be called Configuration: the generator needs that name; rename it")]
    public async Task NameOfAGeneratedMember_IsRefused(string source, string message) => Assert.Equal(message, (await Single(source, "TT0005")).Diagnostic.GetMessage());

    [Fact]
    public async Task TwoGeneratedMembersOfOneName_AreRefused() => Assert.Equal(
        "Options.X and Options.XOptions would both be given a generated member XOptions; rename one",
        (await Single("public sealed record A; public sealed record B; public sealed partial record Options { [OneOf<A, B>] public object X { get; init; } = new A(); [Hyperparameter] public int XOptions { get; init; } }", "TT0008")).Diagnostic.GetMessage());

    [Theory]
    [InlineData("public FittedRidge? Fitted { get; init; }", "Options.Fitted")]
    [InlineData("public IFittedRegressor? Best { get; init; }", "Options.Best")]
    [InlineData("public IFittedRegressor? Best { get; }", "Options.Best")]
    public async Task FittedMember_IsRefused(string member, string name) => Assert.Equal(
        $"{name} holds what was fitted, in a configuration, which is fitted many times over and never changes; keep what Fit returns elsewhere",
        (await Single($"public sealed partial record Options {{ [Hyperparameter] public int X {{ get; init; }} {member} }}", "TT0009")).Diagnostic.GetMessage());

    [Theory]
    [InlineData("public int Count;", "Options.Count is a field that can change, so that equal configurations are not found equal; make it a property with 'init', or readonly")]
    [InlineData("public int Count { get; set; }", "Options.Count can be set after it was compared, so that equal configurations are not found equal; use 'init'")]
    [InlineData("public int[] Sizes { get; init; } = [];", "Options.Sizes compares by reference, so that equal configurations are not found equal; hold the value in a record, or override Equals of its type")]
    [InlineData("public Dictionary<string, int> Map { get; init; } = [];", "Options.Map compares by reference, so that equal configurations are not found equal; hold the value in a record, or override Equals of its type")]
    [InlineData("public int[] Sizes { get; } = [1, 2];", "Options.Sizes compares by reference, so that equal configurations are not found equal; hold the value in a record, or override Equals of its type")]
    [InlineData("private readonly List<int> _seen = [];", "Options._seen compares by reference, so that equal configurations are not found equal; hold the value in a record, or override Equals of its type")]
    public async Task MemberThatIsNoValue_IsWarnedOf(string member, string message) =>
        Assert.Equal(message, (await Single($"public sealed partial record Options {{ [Hyperparameter] public int X {{ get; init; }} {member} }}", "TT0010")).Diagnostic.GetMessage());

    [Theory]
    [InlineData("public sealed partial record Options { [Hyperparameter] public int X { get; init; } public string Name { get; init; } = \"\"; public IRegressor Any { get; init; } = new Ridge(); public const int Two = 2; private static int Count; private static int Next() => ++Count; public TimeSpan Time { get; init; } public int Twice => 2 * X; public Ridge Part { get; init; } = new(); }")]
    [InlineData("public sealed partial class Options { [Hyperparameter] public int X { get; set; } public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed partial class Options { private readonly List<int> _seen = []; [Hyperparameter] public int X { get; set; } public int[] Sizes { get; } = [1]; public int Seen => _seen.Count; }")]
    [InlineData("public sealed partial record Options { [Hyperparameter] public int X { get; init; } public int[] Sizes { get; init; } = []; public int[] Next => [X + 1]; public bool Equals(Options? other) => other is not null && X == other.X && Sizes.AsSpan().SequenceEqual(other.Sizes); public override int GetHashCode() => X; }")]
    [InlineData("public partial record struct Options([property: Hyperparameter] int X) { public int Y; public int Z { get; set; } }")]
    [InlineData("public sealed partial record Options(IReadOnlyList<int> Items) { [Hyperparameter] public int X { get; init; } public bool Equals(Options? other) => other is not null && X == other.X && Items.SequenceEqual(other.Items); public override int GetHashCode() => X; }")]
    public async Task Values_AreNotWarnedOf(string source) => Assert.DoesNotContain(await Compiling.Diagnose(source), diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));

    [Theory]
    [InlineData("public sealed record Kernel(string Name);", "[Hyperparameter] public Kernel Y { get; init; } = new(\"\");", "Kernel has no text; mark it [Configuration] and make it partial, or implement IParsable and IFormattable")]
    [InlineData("public readonly record struct Pair(int A);", "public Pair? Y { get; init; }", "Pair has no text; mark it [Configuration] and make it partial, or implement IParsable and IFormattable")]
    [InlineData("public sealed record Kernel(string Name);", "[Hyperparameter] public (int, Kernel) Y { get; init; } = (1, new(\"\"));", "Kernel has no text; mark it [Configuration] and make it partial, or implement IParsable and IFormattable")]
    [InlineData("", "public System.Globalization.CultureInfo? Y { get; init; }", "CultureInfo has no text; hold the value in a type of your own that has one")]
    [InlineData("", "public Type? Y { get; init; }", "Type has no text; hold the value in a type of your own that has one")]
    [InlineData("", "[Hyperparameter] public IRegressor Y { get; init; } = new Ridge();", "which IRegressor it is cannot be told when it is read; name the options with [OneOf]")]
    [InlineData("public sealed record Kernel(string Name) { public Kernel() : this(\"\") { } } public sealed record Other;", "[OneOf<Kernel, Other>] public object Y { get; init; } = new Other();", "its option Kernel has no text; mark it [Configuration] and make it partial")]
    [InlineData("[Configuration] public sealed partial record Kernel(string Name);", "public Kernel? Y { get; init; }", "Kernel has no parameterless constructor to start from where it is read")]
    [InlineData("public partial record Base { [Hyperparameter] public int X { get; init; } } public sealed record Kernel : Base;", "[Hyperparameter] public Kernel Y { get; init; } = new();", "Kernel has no text; mark it [Configuration] and make it partial, or implement IParsable and IFormattable")]
    [InlineData("", "public int Y { get; } private Options(int y) : this() => Y = y; public Options() { }", "only a constructor can set it; give it 'init', or mark it [ConfigurationIgnore]")]
    public async Task PropertyWithoutAText_IsWarnedOf(string other, string member, string problem)
    {
        var (diagnostic, place) = await Single($"{other} public sealed partial record Options {{ [Hyperparameter] public int X {{ get; init; }} {member} }}", "TT0013");

        Assert.Equal(($"Options.Y cannot be written, so that no search over Options can be stored or continued: {problem}", "Y"), (diagnostic.GetMessage(), place));
    }

    [Fact]
    public async Task PropertyThatTheBaseHides_IsWarnedOfAtTheTypeThatHasIt()
    {
        var (diagnostic, place) = await Single("public partial record Model { [Hyperparameter] public int Kept { get; private init; } } public sealed partial record Small : Model { [Hyperparameter] public int Own { get; init; } }", "TT0013");

        Assert.Equal(("Model.Kept cannot be written, so that no search over Small can be stored or continued: Small cannot set Model.Kept, which Model hides; make it protected, or mark it [ConfigurationIgnore]", "Small"), (diagnostic.GetMessage(), place));
    }

    [Theory]
    [InlineData("public sealed record Journal(string Name); public sealed partial record Options { [Hyperparameter] public int X { get; init; } [ConfigurationIgnore] public Journal? Y { get; init; } }")]
    [InlineData("[Configuration] public sealed partial record Kernel(string Name); public sealed partial record Options { [Hyperparameter] public Kernel X { get; init; } = new(\"\"); }")]
    [InlineData("public sealed record Nothing : IComparable { public int CompareTo(object? other) => 0; } public sealed partial record Options { [OneOf<Nothing, Ridge>] public object X { get; init; } = new Nothing(); public Nothing? Y { get; init; } }")]
    [InlineData("public sealed partial record Options<T> { [Hyperparameter] public int X { get; init; } public T? Y { get; init; } public (int, Half) Z { get; init; } public Guid? V { get; init; } }")]
    [InlineData("public sealed partial record Options(IReadOnlyList<int[]> Items) { [Hyperparameter] public int X { get; init; } public bool Equals(Options? other) => other is not null && X == other.X; public override int GetHashCode() => X; }")]
    [InlineData("public sealed class Kernel : IConfiguration { public string TypeName => \"Kernel\"; public int Version => 1; public void Write(ConfigurationWriter writer) => writer.Begin(this).End(); public IConfiguration Read(ConfigurationReader reader) => this; public override bool Equals(object? obj) => obj is Kernel; public override int GetHashCode() => 0; } public sealed partial record Options { [Hyperparameter] public Kernel X { get; init; } = new(); }")]
    public async Task PropertyWithAText_IsNotWarnedOf(string source) => Assert.Empty(await Compiling.Diagnose(source));

    [Fact]
    public async Task MarkedType_MustBePartial() => Assert.Equal(
        "Kernel must be partial, as members are generated into it; write 'partial' before its keyword",
        (await Single("[Configuration] public sealed record Kernel(string Name);", "TT0001")).Diagnostic.GetMessage());

    [Theory]
    [InlineData("[Remainder] public int Y { get; init; }", "Remainder", "[Remainder] does nothing here and can go: Options is no [ColumnTransformer]")]
    [InlineData("[Columns(\"A\")] public int Y { get; init; }", "Columns(\"A\")", "[Columns] does nothing here and can go: Options is no [ColumnTransformer]")]
    [InlineData("[Target] public int Y { get; init; }", "Target", "[Target] does nothing here and can go: Options is no [Row]")]
    [InlineData("[Hyperparameter] public static int Y { get; set; }", "Hyperparameter", "[Hyperparameter] does nothing here and can go: Y is static, and no part of a configuration")]
    [InlineData("[OneOf<Ridge, KMeans>] public static object? Y { get; set; }", "OneOf<Ridge, KMeans>", "[OneOf] does nothing here and can go: Y is static, and no part of a configuration")]
    [InlineData("[Hyperparameter] public int this[int i] { get => i; init { } }", "Hyperparameter", "[Hyperparameter] does nothing here and can go: an indexer is no part of a configuration")]
    [InlineData("[Obsolete(\"\", true), Hyperparameter] public int Y { get; init; }", "Hyperparameter", "[Hyperparameter] does nothing here and can go: every use of Y is an error, as its [Obsolete] says")]
    [InlineData("[AddedIn(2)] public int Y { get; init; }", "AddedIn(2)", "[AddedIn] does nothing here and can go: Options is read from version 1 to 1; set Version and OldestVersion in its [Configuration]")]
    [InlineData("} public interface IOptions { [OneOf<Ridge, KMeans>] object Y { get; init; }", "OneOf<Ridge, KMeans>", "[OneOf] does nothing here and can go: IOptions is an interface; write it on the property of each type that implements it")]
    [InlineData("} public interface IOptions { [Hyperparameter] int Y { get; init; }", "Hyperparameter", "[Hyperparameter] does nothing here and can go: IOptions is an interface; write it on the property of each type that implements it")]
    [InlineData("} public static class Statics { [Hyperparameter] public static int Y { get; set; }", "Hyperparameter", "[Hyperparameter] does nothing here and can go: Y is static, and no part of a configuration")]
    public async Task AttributeThatNothingReads_IsWarnedOf(string member, string at, string message)
    {
        var (diagnostic, place) = await Single($"public sealed partial record Options {{ [Hyperparameter] public int X {{ get; init; }} {member} }}", "TT0011");

        Assert.Equal((message, at), (diagnostic.GetMessage(), place));
    }

    [Fact]
    public async Task DefaultThatIsNoOption_IsWarnedOf()
    {
        var (diagnostic, place) = await Single("[Pipeline] public sealed partial record Model { public StandardScaler Scale { get; init; } = new(); [OneOf<Ridge, KNeighborsRegressor>] public IRegressor Last { get; init; } = new DecisionTreeRegressor { Seed = 1 }; }", "TT0111");

        Assert.Equal(("Model.Last starts as DecisionTreeRegressor, which is none of its options; add it to them, or start as one of them", "new DecisionTreeRegressor { Seed = 1 }"), (diagnostic.GetMessage(), place));
    }

    private static async Task<(Microsoft.CodeAnalysis.Diagnostic Diagnostic, string At)> Single(string source, string id)
    {
        var diagnostic = Assert.Single(await Compiling.Diagnose(source), diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));
        Assert.Equal(id, diagnostic.Id);
        return (diagnostic, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }
}
