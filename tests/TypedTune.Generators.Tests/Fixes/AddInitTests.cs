using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0002.</summary>
public sealed class AddInitTests
{
    private static FixCase Case { get; } = new(new AddInitCodeFix(), "TT0002");

    [Theory]
    [InlineData("record", "{ get; }", "{ get; init; }")]
    [InlineData("record", "{ get; } = 5; // rows", "{ get; init; } = 5; // rows")]
    [InlineData("record", "=> 5; // rows", "{ get; init; } = 5; // rows")]
    [InlineData("record", "=> Math.Max(5, 3);", "{ get; init; } = Math.Max(5, 3);")]
    [InlineData("record struct", "{ get; }", "{ get; init; }")]
    [InlineData("struct", "{ get; }", "{ get; init; }")]
    [InlineData("class", "{ get; }", "{ get; set; }")]
    [InlineData("class", "{ get; init; } = 5;", "{ get; set; } = 5;")]
    [InlineData("class", "{ get; /* kept */ init; }", "{ get; /* kept */ set; }")]
    public Task Property_BecomesSettable(string kind, string before, string after) => Case.Makes(
        $$"""
        public partial {{kind}} Options
        {
            /// <summary>How many rows.</summary>
            [Hyperparameter(Min = 1)] public int Size {{before}}
        }
        """,
        $$"""
        public partial {{kind}} Options
        {
            /// <summary>How many rows.</summary>
            [Hyperparameter(Min = 1)] public int Size {{after}}
        }
        """);

    [Theory]
    [InlineData("record", "=> Rows * 2; public int Rows { get; init; }")]
    [InlineData("record", "=> this.GetHashCode();")]
    [InlineData("record", "{ get => 5; }")]
    [InlineData("record", "{ get { return 5; } }")]
    [InlineData("class", "{ get => _size; init => _size = value; } private int _size;")]
    public Task PropertyThatComputesItsValue_IsLeftAlone(string kind, string accessors) =>
        Case.OffersNothing($"public partial {kind} Options {{ [Hyperparameter] public int Size {accessors} }}");

    [Fact]
    public Task OverridingProperty_IsLeftAlone() => Case.OffersNothing(
        "public abstract record Base { public abstract int Size { get; } } public partial record Options : Base { [Hyperparameter] public override int Size { get; } }");

    [Fact]
    public Task AllPropertiesOfAProject_BecomeSettable() => Case.MakesOfAll(
        "public partial record A { [Hyperparameter] public int X { get; } [Hyperparameter] public int Y { get; } } public partial class B { [Hyperparameter] public int Z { get; init; } }",
        "public partial record A { [Hyperparameter] public int X { get; init; } [Hyperparameter] public int Y { get; init; } } public partial class B { [Hyperparameter] public int Z { get; set; } }");
}
