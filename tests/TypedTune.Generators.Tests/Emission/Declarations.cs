namespace TypedTune.Generators.Tests.Emission;

/// <summary>Every kind of declaration that users write, with an expression over its space and what that gives.</summary>
internal static class Declarations
{
    public static IReadOnlyDictionary<string, (string Source, string Expression, string Expected)> All { get; } = new Dictionary<string, (string, string, string)>
    {
        ["PositionalRecord"] = (
            "public sealed partial record Options([property: Hyperparameter(Min = 1)] int Size = 4, [property: Hyperparameter] bool Flag = false);",
            "Options.SpaceFrom(new Options(7)).Size.In(1, 2) * Options.SpaceFrom(new Options(7)).Flag.In(true)",
            "Options { Size = 1, Flag = True } | Options { Size = 2, Flag = True }"),
        ["RecordStruct"] = (
            "public readonly partial record struct Options { public Options() { } [Hyperparameter] public int Size { get; init; } = 3; }",
            "Options.Space.Size.In(1, 2)",
            "Options { Size = 1 } | Options { Size = 2 }"),
        ["Class"] = (
            "public partial class Options { [Hyperparameter] public int Size { get; set; } = 3; public string Note { get; set; } = \"\"; public override string ToString() => $\"{Size}\"; }",
            "new object[] { (Options.Space.Size.In(1) + Options.Space.Size.In(1, 2)).CountDistinct(), new Options { Size = 2 }.Equals(new Options { Size = 2 }), new Options { Note = \"a\" }.Equals(new Options()) }",
            "2 | True | False"),
        ["ClassWithItsOwnEquality"] = (
            "public sealed partial class Options { [Hyperparameter] public int Size { get; set; } public override bool Equals(object? obj) => obj is Options; public override int GetHashCode() => 0; }",
            "new object[] { Options.Space.Size.In(1, 2).CountDistinct() }",
            "1"),
        ["InheritedRecord"] = (
            """
            public abstract partial record Tree { [Hyperparameter(Min = 1)] public int Depth { get; init; } = 3; }
            public partial record Forest : Tree { [Hyperparameter(Min = 1)] public int Trees { get; init; } = 10; }
            public sealed partial record Extra : Forest { [Hyperparameter] public bool Random { get; init; } }
            """,
            "Extra.Space.Depth.In(1) * Extra.Space.Trees.In(2) * Extra.Space.Random.In(true)",
            "Extra { Depth = 1, Trees = 2, Random = True }"),
        ["OverriddenProperty"] = (
            """
            public abstract partial record Model { [Hyperparameter(Min = 0)] public virtual int Size { get; init; } = 1; }
            public sealed partial record Small : Model { [Hyperparameter(Min = 0, Max = 5)] public override int Size { get; init; } = 2; }
            """,
            "new object[] { ((Grid<Small>)Small.Space.Size.All()).Count }",
            "6"),
        ["InheritedAnnotation"] = (
            """
            public abstract partial record Model
            {
                /// <summary>How large.</summary>
                [Hyperparameter(Min = 0, Max = 5)] public virtual int Size { get; init; } = 1;
                [Hyperparameter] public abstract bool Flag { get; init; }
            }

            public sealed partial record Small : Model
            {
                public override int Size { get => base.Size + 1; }
                public override bool Flag { get; init; }
                [Hyperparameter] public int Own { get; init; }
            }
            """,
            "new object[] { ((Grid<Small>)(Small.Space.Size.All() * Small.Space.Flag.Any())).Count, Small.Space.Size.In(3).Single().Size }",
            "12 | 4"),
        ["PrivateInTheBase"] = (
            """
            public partial record Model { [ConfigurationIgnore, Hyperparameter] private int Hidden { get; init; } = 1; [ConfigurationIgnore, Hyperparameter] public int Kept { get; private init; } [Hyperparameter] protected int Seen { get; init; } }
            public sealed partial record Small : Model { [Hyperparameter] public int Own { get; init; } }
            """,
            "Small.Space.Seen.In(1) * Small.Space.Own.In(2)",
            "Small { Kept = 0, Own = 2 }"),
        ["HiddenOptions"] = (
            """
            public sealed partial record Options { [OneOf<Open, Closed>] public object Part { get; init; } = new Open(); [OneOf<Open, Closed>] internal object Other { get; init; } = new Open(); }
            public sealed partial record Open { [Hyperparameter] public bool Flag { get; init; } }
            internal sealed partial record Closed { [Hyperparameter] public bool Flag { get; init; } }
            """,
            "new object[] { (Options.Space.Part.Closed.Flag.Any() * Options.Space.Other.Open.Flag.In(true)).Count }",
            "2"),
        ["Obsolete"] = (
            """
            public sealed partial record Options
            {
                [Obsolete("Use Size.")] [Hyperparameter] public int Length { get; init; }
                [Obsolete] [Hyperparameter] public int Width { get; init; }
                [Hyperparameter] public Shade Shade { get; init; }
            }

            public enum Shade { Light, [Obsolete("Gone.", true)] Grey, Dark }
            """,
            "new object[] { Options.Space.Shade.Any().Count }",
            "2"),
        ["GenericPipeline"] = (
            """
            [Pipeline]
            public sealed partial record Scaled<TModel, TFitted>
                where TModel : class, IRegressor<TFitted>, new()
                where TFitted : IFittedRegressor
            {
                public StandardScaler Scale { get; init; } = new();
                public TModel Last { get; init; } = new();
            }

            [Pipeline]
            public sealed partial record Open<TModel>
                where TModel : class, IRegressor, new()
            {
                public StandardScaler Scale { get; init; } = new();
                public TModel Last { get; init; } = new();
            }
            """,
            """
            new object[]
            {
                new Scaled<Ridge, FittedRidge>().Fit(FeatureMatrix.FromRows([[1], [2], [3]]), [1, 2, 3]).Last.GetType().Name,
                new Open<Ridge>().Fit(FeatureMatrix.FromRows([[1], [2], [3]]), [1, 2, 3]).Last.GetType().Name,
                Scaled<Ridge, FittedRidge>.Space.Scale.WithMean.Any().Count,
            }
            """,
            "FittedRidge | FittedRidge | 2"),
        ["ProbabilisticPipelines"] = (
            """
            [Row]
            public sealed partial record Plant { public double Height { get; init; } [Target] public string Kind { get; init; } = ""; }

            [ColumnTransformer<Plant>]
            public sealed partial record Features { [Remainder] public StandardScaler Scale { get; init; } = new(); }

            [Pipeline]
            public sealed partial record OfRows { public Features Features { get; init; } = new(); public DecisionTreeClassifier Tree { get; init; } = new(); }

            [Pipeline]
            public sealed partial record OfMatrices
            {
                public StandardScaler Scale { get; init; } = new();
                [OneOf<DecisionTreeClassifier, KNeighborsClassifier>] public IClassifier Model { get; init; } = new DecisionTreeClassifier();
            }

            [Pipeline]
            public sealed partial record Generic<TModel, TFitted>
                where TModel : class, IClassifier<TFitted>, new()
                where TFitted : IFittedProbabilisticClassifier
            {
                public TModel Last { get; init; } = new();
            }
            """,
            """
            new object[]
            {
                new OfRows().Fit(new Table<Plant>([new Plant { Height = 1, Kind = "low" }, new Plant { Height = 2, Kind = "high" }])).PredictProbabilities(new Table<Plant>([new Plant { Height = 2, Kind = "low" }]))[0, 0],
                new OfMatrices().Fit(FeatureMatrix.FromRows([[1], [2]]), Categories.From(["low", "high"])).PredictProbabilities(FeatureMatrix.FromRows([[1]]))[0, 0],
                ((IFittedProbabilisticClassifier)new Generic<DecisionTreeClassifier, FittedDecisionTreeClassifier>().Fit(FeatureMatrix.FromRows([[1], [2]]), Categories.From(["low", "high"]))).PredictProbabilities(FeatureMatrix.FromRows([[1]])).Names,
                new object[] { new OfRows(), new OfMatrices(), new Generic<DecisionTreeClassifier, FittedDecisionTreeClassifier>() }.All(pipeline => pipeline is IProbabilisticClassification),
            }
            """,
            "1 | 0 | high, low | True"),
        ["PipelineOfABaseWithTheSameRole"] = (
            """
            [Pipeline] public partial record Scaled { public StandardScaler Scale { get; init; } = new(); }
            [Pipeline] public partial record ScaledTwice : Scaled { public StandardScaler Again { get; init; } = new(); }
            [Pipeline] public abstract partial record Model { public StandardScaler Scale { get; init; } = new(); public abstract Ridge Ridge { get; init; } }
            [Pipeline] public sealed partial record Strict : Model { public override Ridge Ridge { get; init; } = new() { Alpha = 3 }; public double Final => Ridge.Alpha; public Ridge Same => Ridge; }
            public partial record Extended : ScaledTwice { [Hyperparameter] public int Own { get; init; } }
            """,
            """
            new object[]
            {
                ((IRegressor)new Strict()).Fit(FeatureMatrix.FromRows([[1], [2], [3]]), [1, 2, 3]).GetType().FullName!,
                ((IStep<FeatureMatrix, FeatureMatrix>)new ScaledTwice()).Fit(FeatureMatrix.FromRows([[1], [2], [3]])).GetType().FullName!,
                Strict.Space.Ridge.Alpha.In(1, 2).Count,
                Extended.Space.Again.WithMean.Any().Count,
            }
            """,
            "Strict+Fitted | ScaledTwice+Fitted | 2 | 2"),
        ["Structs"] = (
            """
            public readonly partial struct Fixed { public Fixed() { } [Hyperparameter] public int Size { get; init; } = 3; }
            public partial struct Open(int size) { [Hyperparameter] public int Size { get; set; } = size; }
            public partial record struct Positional([property: Hyperparameter] int Size);
            public sealed partial record Options { [Hyperparameter] public Fixed Fixed { get; init; } = new(); [Hyperparameter] public Open Open { get; init; } = new(2); [Hyperparameter] public Positional Positional { get; init; } = new(1); }
            """,
            "(Options.Space.Fixed.Size.In(5) * Options.Space.Open.Size.In(6) * Options.Space.Positional.Size.In(7)).Select(point => (point.Fixed.Size, point.Open.Size, point.Positional.Size))",
            "(5, 6, 7)"),
        ["InheritedRow"] = (
            """
            [Row] public partial record Reading { public double Height { get; init; } [Target] public double Weight { get; init; } }
            [Row] public sealed partial record Detailed : Reading { public double Width { get; init; } }
            """,
            "new object[] { Reading.Columns.Height, Detailed.Columns.Height, Detailed.Columns.Width }",
            "Height | Height | Width"),
        ["RowOfDatesAndNarrowNumbers"] = (
            """
            [Row]
            public sealed partial record Stay
            {
                public DateOnly Day { get; init; }
                public TimeSpan? Length { get; init; }
                [Column("seen at", Format = "dd.MM.yyyy HH:mm")] public DateTime? Seen { get; init; }
                public DateTimeOffset Booked { get; init; }
                public short? Nights { get; init; }
                [Column(Levels = ["NA", "EU", "NA"])] public string? Region { get; init; }
                [Target] public float Price { get; init; }
            }
            """,
            "new object[] { new Table<Stay>([new Stay { Day = new(2024, 2, 29), Seen = new(2024, 2, 29, 13, 5, 0), Nights = 2, Region = \"EU\", Price = 0.5f }])[0], Stay.Columns.Nights.Maximum }",
            "Stay { Day = 02/29/2024, Length = , Seen = 02/29/2024 13:05:00, Booked = 01/01/0001 00:00:00 +00:00, Nights = 2, Region = EU, Price = 0.5 } | 32767"),
        ["DocumentedPositionalRecord"] = (
            """
            /// <summary>Options.</summary>
            /// <param name="Size">How large <see cref="Options"/> are.</param>
            public sealed partial record Options([property: Hyperparameter(Min = 1)] int Size = 4);
            """,
            "Options.SpaceFrom(new Options()).Size.In(2)",
            "Options { Size = 2 }"),
        ["RecordWhoseBaseAloneIsTuned"] = (
            """
            public partial record Model { [Hyperparameter(Min = 0)] public int Size { get; init; } = 1; }
            public sealed partial record Pair { [Hyperparameter] public Named Named { get; init; } = new(); }
            [Configuration] public sealed partial record Named : Model { public string Name { get; init; } = "n"; }
            """,
            "Model.Space.Size.In(4)",
            "Model { Size = 4 }"),
        ["RequiredMembers"] = (
            "public sealed partial record Options { public required string Name { get; init; } [Hyperparameter] public required int Size { get; init; } }",
            "Options.SpaceFrom(new Options { Name = \"a\", Size = 1 }).Size.In(2)",
            "Options { Name = a, Size = 2 }"),
        ["InternalAndNestedPrivate"] = (
            """
            internal sealed partial record Options { [Hyperparameter] internal int Size { get; init; } = 2; }
            internal static partial class Outer
            {
                private sealed partial record Hidden { [Hyperparameter] public int Size { get; init; } [Hyperparameter] public Level Level { get; init; } }
                private enum Level { Low, High }
                public static object Count => (Hidden.Space.Size.In(1, 2) * Hidden.Space.Level.Any()).Count;
            }
            """,
            "new object[] { Options.Space.Size.In(1, 2).Count, Outer.Count }",
            "2 | 4"),
        ["NestedGenerics"] = (
            """
            public partial class Outer<T> where T : class, new()
            {
                public sealed partial record Inner<TRoot>(TRoot Value) where TRoot : struct { [Hyperparameter] public int Size { get; init; } [Hyperparameter] public TRoot Other { get; init; } }
            }
            """,
            "Outer<object>.Inner<int>.SpaceFrom(new(5)).Size.In(1) * Outer<object>.Inner<int>.SpaceFrom(new(5)).Other.In(2)",
            "Inner { Value = 5, Size = 1, Other = 2 }"),
        ["EveryNumber"] = (
            """
            public sealed partial record Options
            {
                [Hyperparameter(Min = 0)] public byte Byte { get; init; }
                [Hyperparameter] public sbyte SByte { get; init; }
                [Hyperparameter] public short Short { get; init; }
                [Hyperparameter] public ushort UShort { get; init; }
                [Hyperparameter] public uint? UInt { get; init; }
                [Hyperparameter(Min = 1, Max = 3)] public long Long { get; init; } = 1;
                [Hyperparameter] public ulong ULong { get; init; }
                [Hyperparameter(Min = 0.5)] public double? Double { get; init; }
                [Hyperparameter] public float Float { get; init; }
                [Hyperparameter] public decimal Decimal { get; init; }
            }
            """,
            "new object[] { (Options.Space.Byte.Uniform(1, 3) * Options.Space.UInt.In(null, 1u) * Options.Space.Float.In(0.5f) * Options.Space.Decimal.In(1m, 2m)).Count }",
            "12"),
        ["Enums"] = (
            """
            public enum Shade : byte { Light = 1, Dark, Black = Dark }
            public static class Holder { public enum Nested { @class, Other } }
            public sealed partial record Options
            {
                [Hyperparameter] public Shade Shade { get; init; } = Shade.Light;
                [Hyperparameter] public Holder.Nested? Nested { get; init; }
            }
            """,
            "new object[] { Options.Space.Shade.Any().Count, Options.Space.Nested.Any().Count, Options.Space.All().Count }",
            "2 | 3 | 6"),
        ["UserValues"] = (
            """
            [Configuration] public readonly partial record struct Range(int Low, int High);
            [Configuration] public sealed partial record Kernel(string Name) { public Kernel() : this("linear") { } }
            [Configuration] public sealed partial class Code : IEquatable<Code> { public bool Equals(Code? other) => other is not null; public override bool Equals(object? obj) => obj is Code; public override int GetHashCode() => 1; }
            public sealed partial record Options
            {
                [Hyperparameter] public Range Range { get; init; }
                [Hyperparameter] public Range? Optional { get; init; }
                [Hyperparameter] public Kernel Kernel { get; init; } = new("linear");
                [Hyperparameter] public Kernel? Other { get; init; }
                [Hyperparameter] public Code Code { get; init; } = new();
                [Hyperparameter] public TimeSpan Delay { get; init; }
                [Hyperparameter] public (int, string) Pair { get; init; } = (1, "");
                [Hyperparameter] public string? Name { get; init; }
            }
            """,
            "new object[] { (Options.Space.Range.In(new Range(1, 2), new(1, 2)) * Options.Space.Other.In(null, new Kernel(\"rbf\")) * Options.Space.Delay.In(TimeSpan.Zero)).CountDistinct() }",
            "2"),
        ["Unions"] = (
            "public sealed partial record Options { [Hyperparameter] public MaxFeatures Features { get; init; } = MaxFeatures.Sqrt; }",
            "Options.Space.Features.Count.In(2) + Options.Space.Features.Fraction.In(0.5) + Options.Space.Features.Log2()",
            "Options { Features = 2 } | Options { Features = 0.5 of the features } | Options { Features = log2 }"),
        ["DeepComponents"] = (
            """
            public sealed partial record A { [Hyperparameter] public B B { get; init; } = new(); }
            public sealed partial record B { [Hyperparameter] public C C { get; init; } = new(); }
            public sealed partial record C { [Hyperparameter] public D D { get; init; } = new(); }
            public sealed partial record D { [Hyperparameter(Min = 0, Max = 1)] public int Leaf { get; init; } }
            """,
            "A.Space.B.C.D.Leaf.In(1)",
            "A { B = B { C = C { D = D { Leaf = 1 } } } }"),
        ["SameTypeTwice"] = (
            "[Pipeline] public sealed partial record Twice { public StandardScaler First { get; init; } = new(); public StandardScaler Second { get; init; } = new(); public Ridge Ridge { get; init; } = new(); }",
            "new object[] { (Twice.Space.First.WithMean.In(true, false) * Twice.Space.Second.WithMean.In(true)).Count }",
            "2"),
        ["TwoOptions"] = (Options(2), OptionsExpression, "2"),
        ["TwelveOptions"] = (Options(12), OptionsExpression, "12"),
        ["Keywords"] = (
            """
            namespace @namespace.@event
            {
                public sealed partial record @class { [Hyperparameter] public int @int { get; init; } [Hyperparameter] public @enum @base { get; init; } [Hyperparameter] public bool record { get; init; } }
                public enum @enum { @default, @null }
            }
            """,
            "@namespace.@event.@class.Space.@int.In(1) * @namespace.@event.@class.Space.@base.In(@namespace.@event.@enum.@null) * @namespace.@event.@class.Space.record.In(true)",
            "class { int = 1, base = null, record = True }"),
        ["NamesThatDifferInCase"] = (
            """
            public sealed partial record Options { [Hyperparameter] public int Size { get; init; } }
            public sealed partial record OPTIONS { [Hyperparameter] public int Size { get; init; } }
            namespace A { public sealed partial record Same { [Hyperparameter] public int Size { get; init; } } }
            namespace a { public sealed partial record Same { [Hyperparameter] public int Size { get; init; } } }
            """,
            "new object[] { Options.Space.Size.In(1), OPTIONS.Space.Size.In(1).Count, A.Same.Space.Size.In(1).Count, a.Same.Space.Size.In(1).Count }.Skip(1)",
            "1 | 1 | 1"),
        ["NestedBesideNamespace"] = (
            """
            namespace A { public static partial class B { public sealed partial record C { [Hyperparameter] public int Size { get; init; } } } public sealed partial record B_C { [Hyperparameter] public int Size { get; init; } } }
            namespace A.D { public sealed partial record C { [Hyperparameter] public int Size { get; init; } } public sealed partial record C<T> { [Hyperparameter] public int Size { get; init; } } }
            """,
            "new object[] { A.B.C.Space.Size.In(1).Count + A.B_C.Space.Size.In(1).Count + A.D.C.Space.Size.In(1).Count + A.D.C<int>.Space.Size.In(1).Count }",
            "4"),
        ["NamesOfTheLibrary"] = (
            """
            namespace Mine.TypedTune.System
            {
                public sealed partial record Lens { [global::TypedTune.Hyperparameter(Min = 0)] public int Bounds { get; init; } [global::TypedTune.Hyperparameter] public Grid Grid { get; init; } = new(); [global::TypedTune.OneOf<Grid, Space2>] public object Any { get; init; } = new Grid(); }
                public sealed partial record Grid { [global::TypedTune.Hyperparameter] public bool Parameter { get; init; } }
                public sealed partial record Space2 { [global::TypedTune.Hyperparameter] public bool Scale { get; init; } }
            }
            """,
            "new object[] { (Mine.TypedTune.System.Lens.Space.Bounds.In(1) * Mine.TypedTune.System.Lens.Space.Grid.Parameter.Any() * Mine.TypedTune.System.Lens.Space.Any.Space2.Scale.Any()).Count }",
            "4"),
        ["ManyParts"] = (
            """
            public sealed partial record Parts { [Hyperparameter] public int First { get; init; } }
            public sealed partial record Parts { [Hyperparameter] public int Second { get; init; } public int Third { get; init; } }
            partial record Parts : IComparable { public int CompareTo(object? other) => 0; }
            """,
            "Parts.Space.First.In(1) * Parts.Space.Second.In(2)",
            "Parts { First = 1, Second = 2, Third = 0 }"),
        ["InheritedPipeline"] = (
            """
            [Pipeline] public partial record Scaled { public StandardScaler Scale { get; init; } = new(); }
            [Pipeline] public sealed partial record Model : Scaled { public Ridge Ridge { get; init; } = new(); }
            """,
            "new object[] { (Model.Space.Scale.WithMean.Any() * Model.Space.Ridge.Alpha.In(1, 2)).Count }",
            "4"),
        ["Circle"] = (
            """
            public sealed partial record Tree { [OneOf<Tree, Leaf, Branch>] public object Part { get; init; } = new Leaf(); [Hyperparameter(Min = 0, Max = 2)] public int Size { get; init; } }
            public sealed partial record Branch { [OneOf<Tree, Leaf>] public object Part { get; init; } = new Leaf(); [Hyperparameter] public bool Flag { get; init; } }
            public sealed partial record Leaf { [Hyperparameter] public bool Flag { get; init; } }
            """,
            "new object[] { Tree.Space.All().Count, Branch.Space.All().Count, Tree.Space.Part.Tree.Part.Leaf.Flag.In(true) is not null }",
            "12 | 6 | True"),
        ["Defaults"] = (
            """
            public sealed partial record Options
            {
                private const int Usual = 12;
                /// <summary>How many to keep.</summary>
                [Hyperparameter(Min = 1, Max = 64)] public int Size { get; init; } = Usual;
                /// <summary>
                /// A <see cref="double"/>, used
                /// as a rate &lt; 1.
                /// </summary>
                [Hyperparameter(Max = 1, MaxExclusive = true)] public double Rate { get; init; } = 1e-3;
                [Hyperparameter] public Scale Scale { get; init; } = Scale.Log;
                [Hyperparameter] public string Name { get; init; } = "a <b> & \"c\"";
                [Hyperparameter] public int? Limit { get; init; }
            }
            """,
            "Options.Space.Size.In(1)",
            "Options { Size = 1, Rate = 0.001, Scale = Log, Name = a <b> & \"c\", Limit =  }"),
    };

    private const string OptionsExpression = "new object[] { Chosen.Space.Part.Any().Count }";

    private static string Options(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"public sealed partial record Part{i} {{ [Hyperparameter] public int Size {{ get; init; }} }}\n"))
        + $"public sealed partial record Chosen {{ [OneOf<{string.Join(", ", Enumerable.Range(1, count).Select(i => $"Part{i}"))}>] public object Part {{ get; init; }} = new Part1(); }}";
}
