namespace TypedTune.Generators.Tests.Emission;

/// <summary>What is generated for each kind of declaration, as text and at work.</summary>
public sealed class SpaceEmissionTests
{
    [Fact]
    public void EstimatorOfTheDesign_GivesItsSpace() => Snapshot.Verify("Emission", "Estimator", """
        namespace Estimators;

        public sealed partial record Geo
        {
            /// <summary>How many clusters.</summary>
            [Hyperparameter(Min = 1)] public int Clusters { get; init; } = 10;
            [Hyperparameter(Min = 0, MinExclusive = true, Scale = Scale.Log)] public double Gamma { get; init; } = 1.0;
            public int Seed { get; init; }
        }
        """);

    [Fact]
    public void EveryKindOfHyperparameter_GivesItsParameter() => Snapshot.Verify("Emission", "EveryKind", """
        public enum Policy { Oldest, Random }

        public sealed partial record Inner
        {
            [Hyperparameter(Min = 1, Max = 4)] public int Depth { get; init; } = 1;
        }

        public sealed partial class Other
        {
            [Hyperparameter] public bool Flag { get; set; }
        }

        public sealed partial record Everything
        {
            [Hyperparameter(Min = 1, Max = 64, Scale = Scale.Log)] public int Shards { get; init; } = 8;
            [Hyperparameter(Min = 0)] public long? Limit { get; init; }
            [Hyperparameter(Min = 0.0, Max = 1.0)] public double Fraction { get; init; }
            [Hyperparameter] public double? Optional { get; init; }
            [Hyperparameter] public bool Flag { get; init; }
            [Hyperparameter] public Policy? Policy { get; init; }
            [Hyperparameter] public string Name { get; init; } = "";
            [Hyperparameter] public MaxFeatures Features { get; init; }
            [Hyperparameter] public Inner Inner { get; init; } = new();
            [OneOf<Inner, Other>] public object Choice { get; init; } = new Inner();
            [Hyperparameter] public int @class { get; init; }
        }
        """);

    [Fact]
    public void ModelOfTheDesign_GivesFitPlanAndFitted() => Snapshot.Verify("Emission", "Model", UserCode.District, UserCode.Model);

    [Fact]
    public void NestedGenericTypes_AreExtendedInPlace() => Snapshot.Verify("Emission", "NestedGeneric", """
        namespace A.B;

        public static partial class Outer<TRoot> where TRoot : class
        {
            internal sealed partial record Options<T>
            {
                [Hyperparameter(Min = 0)] public int Size { get; init; }
                public T? Value { get; init; }
            }
        }
        """);

    [Fact]
    public async Task KeywordsAndNestingAndClasses_Work() => Assert.Equal("(1, 2, True) (1, 3, True) of 2; 7 stays 7", await Compiling.Run("""
        public sealed partial class @event
        {
            [Hyperparameter(Min = 1)] public int @class { get; set; } = 7;
            [Hyperparameter] public bool @if { get; set; }
            [Hyperparameter] public Part<string> Part { get; set; } = new();
        }

        public sealed partial record Part<T>
        {
            [Hyperparameter] public int Size { get; init; }
        }

        public static class Program
        {
            public static string Run()
            {
                var configuration = new @event();
                var p = @event.SpaceFrom(configuration);
                Grid<@event> grid = p.@class.In(1) * p.Part.Size.In(2, 3) * p.@if.In(true);
                string points = string.Join(" ", grid.Select(point => (point.@class, point.Part.Size, point.@if)));
                return $"{points} of {grid.CountDistinct()}; 7 stays {configuration.@class}";
            }
        }
        """));

    [Fact]
    public async Task SameNamesInTwoPlaces_DoNotCollide() => Assert.Equal("6", await Compiling.Run("""
        namespace One { public sealed partial record Same { [Hyperparameter] public int Size { get; init; } } }
        namespace Two
        {
            public sealed partial record Same { [Hyperparameter] public int Size { get; init; } }
            public sealed partial record Colliding<T> { [Hyperparameter] public int Size { get; init; } }
            public sealed partial record Colliding_T { [Hyperparameter] public int Size { get; init; } }
        }
        public static class Program
        {
            public static string Run() => $"{One.Same.Space.Size.In(1).Count + Two.Same.Space.Size.In(1, 2).Count + Two.Colliding<int>.Space.Size.In(1).Count + Two.Colliding_T.Space.Size.In(1, 2).Count}";
        }
        """));

    [Fact]
    public async Task ExperimentalHyperparameter_IsTheUsersToAccept() => Assert.Equal("2", await Compiling.Run("""
        public sealed partial record Options { [System.Diagnostics.CodeAnalysis.Experimental("NEW1")] [Hyperparameter] public int Size { get; init; } }
        public static class Program
        {
            public static string Run() => $"{Options.Space.Size.In(1, 2).Count}";
        }
        """));

    [Fact]
    public void UnfinishedTypesOfOneName_AreEmittedOnce() => Assert.Single(Compiling.Generate(
        "public partial interface Outer<T> { public sealed partial record Part { [Hyperparameter] public int Size { get; init; } } }",
        "public partial record Outer<T> { public sealed partial record Part { [Hyperparameter] public int Size { get; init; } } }"));

    [Fact]
    public async Task ChoiceBetweenModels_IsASumOfTheirSpaces() => Assert.Equal("2 forests, 3 ridges, 3 legal", await Compiling.Run("""
        [Pipeline]
        public sealed partial record Model
        {
            public StandardScaler Scale { get; init; } = new();
            [OneOf<RandomForestRegressor, Ridge, KNeighborsRegressor>]
            public IRegressor Last { get; init; } = new RandomForestRegressor();
        }

        public static class Program
        {
            public static string Run()
            {
                var p = Model.Space;
                Grid<Model> either = p.Last.RandomForestRegressor.MaxFeatures.In(4, 6) + p.Last.Ridge.Alpha.LogUniform(1e-3, 1e3).Steps(3);
                Grid<Model> legal = either.Where(model => model.Last is Ridge);
                return $"{either.Count(model => model.Last is RandomForestRegressor)} forests, {either.Count(model => model.Last is Ridge)} ridges, {legal.Count} legal";
            }
        }
        """));

    [Fact]
    public void Culture_DoesNotChangeWhatIsGenerated()
    {
        const string Source = "public sealed partial record Options { [Hyperparameter(Min = 0.25, Max = 1.5)] public double Share { get; init; } = 1; }";
        string expected = Compiling.Generate(Source).Single().SourceText.ToString();
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(expected, Compiling.Generate(Source).Single().SourceText.ToString());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }
}
